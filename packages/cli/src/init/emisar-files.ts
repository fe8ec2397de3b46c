import { type SchemaAddresses, withModeline } from './modeline.ts';
import type { PackPlan } from './pack-plan.ts';
import { topicsAdvice, topicsOf } from './topics.ts';
import { yamlText } from './yaml-text.ts';

/** The files of a new emisar pack, by path. */
export function emisarFiles(plan: PackPlan, schemas: SchemaAddresses): ReadonlyMap<string, string> {
  const files = new Map([
    ['pack.yaml', withModeline(manifest(plan), schemas.get('pack'))],
    ['actions/show.yaml', withModeline(showAction(plan), schemas.get('action'))],
  ]);
  if (plan.script) {
    files.set('actions/report.yaml', withModeline(reportAction(plan), schemas.get('action')));
    files.set('scripts/report.sh', REPORT_SCRIPT);
  }
  return files;
}

const manifest = ({ id, name, description, binary, script }: PackPlan): string => `\
schema_version: 1
id: ${id}
name: ${yamlText(name)}
version: 0.1.0
description: ${yamlText(description)}
requires:
  os: [linux]
  binaries: [${[binary, ...(script ? ['uname', 'uptime'] : [])].map(yamlText).join(', ')}]
setup:
  # An action that shows whether the pack works on a host.
  verify: ${id}.show
actions:
  - actions/show.yaml
${script ? '  - actions/report.yaml\n' : ''}`;

function showAction({ id, binary }: PackPlan): string {
  const topics = topicsOf(binary);
  return `\
schema_version: 1
id: ${id}.show
title: ${yamlText(`Show what ${binary} reports`)}
kind: exec
risk: low
description: ${yamlText(`Runs ${binary} with one of a few arguments that only read.`)}
side_effects:
  - none
args:
  - name: topic
    type: string
    required: true
    description: What to show.
    validation:
      # A closed list: nothing else can be run, whoever asks.
      ${topicsAdvice(binary)}
      enum: [${topics.join(', ')}]
execution:
  command:
    binary: ${yamlText(binary)}
    argv: ["{{ args.topic }}"]
  timeout: 30s
output:
  parser: text
  max_stdout_bytes: 65536
  max_stderr_bytes: 16384
examples:
  - title: ${yamlText(`Show ${topics[0]}`)}
    args:
      topic: ${topics[0]}
`;
}

const reportAction = ({ id }: PackPlan): string => `\
schema_version: 1
id: ${id}.report
title: Report on the host
kind: script
risk: low
description: Prints the system's name and how long it has been up.
side_effects:
  - none
execution:
  script:
    path: scripts/report.sh
  timeout: 30s
output:
  parser: text
  max_stdout_bytes: 16384
  max_stderr_bytes: 16384
examples:
  - title: Report on this host
`;

const REPORT_SCRIPT = `\
#!/bin/sh
# The content digest covers this file: a changed byte asks for trust again.
set -eu
uname -srm
uptime
`;
