import type { CardCategory } from '@packwright/schema';
import { cardCategories } from '@packwright/schema/terms';

/** Words that authors write under `meta.category`, and the shelf they mean. */
const SHELVES: Readonly<Record<string, CardCategory>> = {
  alerting: 'monitoring',
  chat: 'communication',
  cloud: 'cloud',
  container: 'cloud',
  containers: 'cloud',
  data: 'databases',
  database: 'databases',
  demo: 'scenarios',
  development: 'developer-tools',
  devops: 'developer-tools',
  example: 'scenarios',
  examples: 'scenarios',
  identity: 'security',
  infrastructure: 'cloud',
  itsm: 'productivity',
  messaging: 'communication',
  network: 'tools',
  networking: 'tools',
  observability: 'monitoring',
  'source-control': 'developer-tools',
  system: 'tools',
  utilities: 'tools',
  utility: 'tools',
  virtualization: 'cloud',
};

/** The shelf for a word of the author; `uncategorised` for one that names none, such as `integration`. */
export function categoryOf(word: unknown): CardCategory {
  if (typeof word !== 'string') return 'uncategorised';
  const folded = word.trim().toLowerCase();
  const known = cardCategories.find((each) => each === folded);
  if (known) return known;
  return Object.hasOwn(SHELVES, folded) ? (SHELVES[folded] as CardCategory) : 'uncategorised';
}
