#!/usr/bin/env node
import { main } from '../dist/index.js';

// Never process.exit: output may still be on its way through a pipe.
process.exitCode = await main(process.argv.slice(2));
