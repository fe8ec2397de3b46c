// `npm run release`, by the release workflow only: publishes every package whose version the registry lacks.
import { run } from './run.ts';

process.exitCode = run(['changeset', 'publish']) ? 0 : 1;
