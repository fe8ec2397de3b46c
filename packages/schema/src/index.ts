export { CardCategory, Category } from './terms/category.ts';
export { Digest } from './terms/digest.ts';
export { RiskRating, RiskTier } from './terms/risk.ts';
export { Tier } from './terms/tier.ts';
export { Visibility } from './terms/visibility.ts';
