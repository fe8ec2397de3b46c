export { type ReadSettings, readSettings } from './read-settings.ts';
export { settingsRules } from './rules.ts';
