// Reading, hashing, and parsing every YAML file into plain data with the `yaml` library; no rule, no location.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { packFiles } from './pack-files.js';

const hash = createHash('sha256');
let documents = 0;
for (const path of packFiles(process.argv[2])) {
  const bytes = readFileSync(path);
  hash.update(bytes);
  if (!path.endsWith('.yaml')) continue;
  parse(bytes.toString('utf8'));
  documents++;
}
console.log(documents, hash.digest('hex'));
