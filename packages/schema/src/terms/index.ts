// The words that formats share, for those who need no schemas.
export { riskTiers } from './risk-tiers.ts';
