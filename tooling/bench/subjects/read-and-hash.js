// The least that a validator with a digest must do: read every file of the packs and hash its bytes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { packFiles } from './pack-files.js';

const hash = createHash('sha256');
for (const path of packFiles(process.argv[2])) hash.update(readFileSync(path));
console.log(hash.digest('hex'));
