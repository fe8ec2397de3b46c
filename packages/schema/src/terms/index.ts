// The words that formats share, for those who need no schemas.
export { cardCategories, categories } from './categories.ts';
export { riskTiers } from './risk-tiers.ts';
