/** The tiers of risk from least to most, as authors write them. */
export const riskTiers = ['low', 'medium', 'high', 'critical'] as const;
