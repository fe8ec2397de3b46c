/** The manifest of a small pack. */
export const packYaml = `schema_version: 1
id: lighthouse
name: Lighthouse
version: 0.1.0
description: Asks a lighthouse how it is.
requires:
  os: [linux]
setup:
  env:
    - name: LIGHTHOUSE_URL
      required: true
actions:
  - actions/ask.yaml
  - actions/lamp.yaml
`;

/** An action that starts a program. */
export const execYaml = `schema_version: 1
id: lighthouse.ask
title: Ask the lighthouse
kind: exec
risk: low
description: Asks the lighthouse how it is.
side_effects:
  - none
args:
  - name: question
    type: string
    required: true
    validation:
      max_length: 80
execution:
  command:
    binary: curl
    argv:
      - --data
      - "{{ args.question }}"
  timeout: 30s
output:
  parser: text
  max_stdout_bytes: 4096
  max_stderr_bytes: 1024
  redact:
    - name: token
      type: regex
      pattern: tok_[a-z]+
`;

/** An action that runs a script of the pack. */
export const scriptYaml = `schema_version: 1
id: lighthouse.lamp
title: Turn the lamp
kind: script
risk: medium
description: Turns the lamp by one step.
side_effects:
  - The lamp points elsewhere.
execution:
  script:
    path: scripts/lamp.sh
  timeout: 5m
output:
  max_stdout_bytes: 4096
  max_stderr_bytes: 1024
`;
