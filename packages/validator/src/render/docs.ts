/** Where the rule pages are published; the one constant to change when they move. */
export const RULE_PAGES = 'https://packwright.dev/rules/';

/** The address of a code's page. */
export const rulePage = (code: string): string => `${RULE_PAGES}${code}`;
