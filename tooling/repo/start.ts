// `npm start`: the main job on the example packs.
import { run } from './run.ts';

const accepted = run(['packwright', 'validate', 'examples']);

console.log(`
What to try next:
  npx packwright validate PATH...     any folder with packs in it
  npx packwright init my-pack         write a pack that validates
  npx packwright explain EMI001       what a code means and how to repair it
  npx packwright schema               completion and hover in your editor
  npm test                            every check of this repository`);

process.exitCode = accepted ? 0 : 1;
