#!/usr/bin/env node
import { serveRunner } from '../dist/index.js';

process.exitCode = await serveRunner(process.argv.slice(2));
