export { CardCategory, Category } from './terms/category.ts';
export { Digest } from './terms/digest.ts';
export { RiskRating, RiskTier } from './terms/risk.ts';
