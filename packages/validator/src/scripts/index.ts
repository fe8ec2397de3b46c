// The Node entry for what the machine's shells say about the scripts of packs.
export { checkScripts, type ScriptOptions, withScriptCheck } from './check-scripts.ts';
