#!/usr/bin/env node
import { serveMcp } from '../dist/index.js';

// Standard output belongs to the protocol; whatever is for people goes to standard error.
process.exitCode = await serveMcp(process.argv.slice(2));
