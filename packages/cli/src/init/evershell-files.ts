import { type SchemaAddresses, withModeline } from './modeline.ts';
import type { PackPlan } from './pack-plan.ts';
import { yamlText } from './yaml-text.ts';

/** The files of a new Evershell pack, by path. */
export function evershellFiles(plan: PackPlan, schemas: SchemaAddresses): ReadonlyMap<string, string> {
  const files = new Map([
    ['pack.yaml', withModeline(manifest(plan), schemas.get('pack'))],
    ['behavior.md', behavior(plan)],
    ['guides/using.md', guide(plan)],
  ]);
  if (plan.script) files.set('scripts/report.sh', REPORT_SCRIPT);
  return files;
}

/** Names of content packs are parts of host names and addresses, which know no "_". */
const slugOf = (id: string): string =>
  id
    .slice(0, 63)
    .split(/[-_]+/)
    .filter((part) => part !== '')
    .join('-');

const manifest = ({ id, name, description }: PackPlan): string => `\
name: ${slugOf(id)}
display_name: ${yamlText(name)}
description: ${yamlText(description)}
# Quoted, since a number would refuse the pack.
version: "0.1.0"
category: general
# What the agent may reach over the network: nothing yet. \`packwright explain EVS219\` says what to mind.
capabilities: []
`;

const behavior = ({ script }: PackPlan): string => `\
Read \`guides/using.md\` before you begin.
${script ? 'Run `scripts/report.sh` to see on which host you are.\n' : ''}`;

const guide = ({ name, binary, description }: PackPlan): string => `\
# ${name}

${description}

1. Look before you change anything: \`${binary} --help\` lists what there is.
2. Say what you are going to do, then do one thing at a time.
3. Report what you changed, and how to undo it.
`;

const REPORT_SCRIPT = `\
#!/bin/sh
set -eu
uname -srm
uptime
`;
