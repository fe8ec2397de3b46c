import { type SchemaAddresses, withModeline } from './modeline.ts';
import type { PackPlan } from './pack-plan.ts';
import { topicsAdvice, topicsOf } from './topics.ts';
import { yamlText } from './yaml-text.ts';

/** The files of a new Attune pack, by path. */
export function attuneFiles(plan: PackPlan, schemas: SchemaAddresses): ReadonlyMap<string, string> {
  const action = (text: string) => withModeline(text, schemas.get('action'));
  const files = new Map([
    ['pack.yaml', withModeline(manifest(plan), schemas.get('pack'))],
    ['actions/show.yaml', action(showAction(plan))],
    ['actions/show.py', showProgram(plan)],
  ]);
  if (plan.script) {
    files.set('actions/report.yaml', action(reportAction(plan)));
    files.set('actions/report.sh', REPORT_SCRIPT);
  }
  return files;
}

const manifest = ({ id, name, description }: PackPlan): string => `\
ref: ${id}
label: ${yamlText(name)}
description: ${yamlText(description)}
# Quoted, since a number would refuse the pack.
version: "0.1.0"
runtime_deps: ["python3>=3.9"]
`;

const showAction = ({ id, binary }: PackPlan): string => `\
ref: ${id}.show
label: ${yamlText(`Show what ${binary} reports`)}
description: ${yamlText(`Runs ${binary} with one of a few arguments that only read.`)}
runner_type: python
runtime_version: ">=3.9"
entry_point: show.py
parameter_delivery: stdin
parameter_format: json
output_format: text
timeout_seconds: 30
parameters:
  topic:
    type: string
    description: What to show.
    # A closed list: nothing else can be run, whoever asks.
    ${topicsAdvice(binary)}
    enum: [${topicsOf(binary).join(', ')}]
    required: true
`;

const showProgram = ({ binary }: PackPlan): string => `\
#!/usr/bin/env python3
import json
import subprocess
import sys

# The parameters come as one JSON object; defaults are not filled in.
parameters = json.load(sys.stdin)
sys.exit(subprocess.run([${JSON.stringify(binary)}, parameters["topic"]]).returncode)
`;

const reportAction = ({ id }: PackPlan): string => `\
ref: ${id}.report
label: Report on the host
description: Prints the system's name and how long it has been up.
runner_type: shell
entry_point: report.sh
parameter_delivery: stdin
parameter_format: json
output_format: text
timeout_seconds: 30
`;

const REPORT_SCRIPT = `\
#!/bin/bash
set -eu
uname -srm
uptime
`;
