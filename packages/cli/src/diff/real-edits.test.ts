// Ten edits of real packs, each read by a person: what the comparison says is what whoever lets the pack run has to know.
import { join } from 'node:path';
import { compare } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { changedTree } from '../fix/changed-tree.ts';
import { comparisonText } from './comparison-text.ts';

type Edit = readonly [file: string, from: string, to: string];

const plain = (_: unknown, text: string): string => text;

/** What is said of edits of a pack, without the files. */
function said(root: string, edits: readonly Edit[]): string {
  const old = directoryTree(root);
  const texts = new Map<string, string>();
  for (const [file, from, to] of edits) {
    const entry = old.entry(file);
    const text = texts.get(file) ?? (entry?.kind === 'file' ? new TextDecoder().decode(entry.bytes()) : '');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
    texts.set(file, text.replace(from, to));
  }
  const compared = compare(old, changedTree(old, bytesOf(texts)), { sha256: nodeSha256 });
  if (!compared.ok) throw new Error(`${compared.reason}: ${JSON.stringify(compared.after.diagnostics)}`);
  return comparisonText(compared, [], plain);
}

const bytesOf = (texts: ReadonlyMap<string, string>) =>
  new Map([...texts].map(([file, text]) => [file, new TextEncoder().encode(text)]));

describeShared('corpus', (corpus) => {
  test.each<[what: string, pack: string, edits: Edit[], text: string]>([
    [
      'a lower risk, and a greater maximum',
      'emisar/redis',
      [
        ['pack.yaml', 'version: 0.3.10', 'version: 0.3.11'],
        ['actions/flushall.yaml', 'risk: critical', 'risk: high'],
        ['actions/slowlog.yaml', 'max: 1024', 'max: 4096'],
      ],
      `
redis 0.3.10 → 0.3.11: the changes deserve a minor version, and 0.3.11 is only a patch one

Wider: possible now, and not before
  action redis.flushall: its risk was critical, is high  actions/flushall.yaml:5
  action redis.slowlog, argument limit: its greatest value was 1024, is 4096  actions/slowlog.yaml:29

Equal: nothing more or less is possible
  the version was "0.3.10", is "0.3.11"  pack.yaml:5
`,
    ],
    [
      'one directory more, and fewer lines',
      'emisar/docker',
      [
        ['pack.yaml', 'version: 0.2.17', 'version: 0.3.0'],
        ['actions/compose_logs.yaml', '        - /data\n', '        - /data\n        - /home\n'],
        ['actions/compose_logs.yaml', 'max: 5000', 'max: 1000'],
      ],
      `
docker 0.2.17 → 0.3.0: the changes deserve a major version, and 0.3.0 is only a minor one

Wider: possible now, and not before
  action docker.compose_logs, argument file: now allowed: "/home"  actions/compose_logs.yaml:30

Narrower: no longer possible
  action docker.compose_logs, argument lines: its greatest value was 5000, is 1000  actions/compose_logs.yaml:49

Equal: nothing more or less is possible
  the version was "0.2.17", is "0.3.0"  pack.yaml:5
`,
    ],
    [
      'a shorter pattern, another that takes slashes first, and a tier that falls',
      'emisar/consul',
      [
        ['actions/kv_get.yaml', '{0,255}$', '{0,127}$'],
        ['actions/kv_list.yaml', '"^[a-zA-Z0-9_.]', '"^[/a-zA-Z0-9_.]'],
        ['actions/kv_get_recursive.yaml', 'risk: high', 'risk: low'],
      ],
      `
consul 0.2.27 → 0.2.27: the changes deserve a major version, and it still says 0.2.27

Wider: possible now, and not before
  action consul.kv_get_recursive: its risk was high, is low  actions/kv_get_recursive.yaml:5
  action consul.kv_list, argument prefix: its pattern was "^[a-zA-Z0-9_.][a-zA-Z0-9_./\\\\-]{0,255}$", is "^[/a-zA-Z0-9_.][a-zA-Z0-9_./\\\\-]{0,255}$"  actions/kv_list.yaml:16

Narrower: no longer possible
  action consul.kv_get, argument key: its pattern was "^[a-zA-Z0-9_.][a-zA-Z0-9_./\\\\-]{0,255}$", is "^[a-zA-Z0-9_.][a-zA-Z0-9_./\\\\-]{0,127}$"  actions/kv_get.yaml:16
`,
    ],
    [
      'a directory less, and another command',
      'emisar/caddy',
      [
        ['actions/validate_config.yaml', '        - /srv\n', ''],
        [
          'actions/validate_config.yaml',
          '"--config", "{{ args.file }}"]',
          '"--config", "{{ args.file }}", "--envfile", "/etc/caddy/env"]',
        ],
      ],
      `
caddy 0.1.19 → 0.1.19: the changes deserve a major version, and it still says 0.1.19

Unknown: it cannot be told, so take it for wider
  action caddy.validate_config: the command was {"argv": ["validate", "--config", "{{ args.file }}"], "binary": "caddy"}, is {"argv": ["validate", "--config", "{{ args.file }}", "--envfile", "/etc/caddy/env"], "binary": "caddy"}  actions/validate_config.yaml:29

Narrower: no longer possible
  action caddy.validate_config, argument file: no longer allowed: "/srv"  actions/validate_config.yaml:25
`,
    ],
    [
      'more denied directories, and fewer denied paths',
      'emisar/ssl-local',
      [
        ['actions/pkcs12_info.yaml', '        - /root/.ssh', '        - /root'],
        ['actions/pkcs12_info.yaml', '        - /etc/gshadow-\n', ''],
        ['actions/pkcs12_info.yaml', '/usr/local/share/ca-certificates/', '/usr/local/share/../..'],
      ],
      `
ssl-local 0.1.11 → 0.1.11: the changes deserve a major version, and it still says 0.1.11

Wider: possible now, and not before
  action ssl.pkcs12_info, argument path: now allowed: "/usr/local/share/../.."  actions/pkcs12_info.yaml:19
  action ssl.pkcs12_info, argument path: no longer denied: "/etc/gshadow-"  actions/pkcs12_info.yaml:23

Narrower: no longer possible
  action ssl.pkcs12_info, argument path: now denied: "/root"  actions/pkcs12_info.yaml:27
`,
    ],
    [
      'a script without a limit, for longer, in another shell',
      'emisar/shell',
      [
        ['pack.yaml', 'version: 0.2.0', 'version: 1.0.0'],
        ['actions/run_script.yaml', '      max_length: 5459\n', '      max_length: 32768\n'],
        ['actions/run_script.yaml', 'timeout_max: 600s', 'timeout_max: 1h'],
        ['actions/run_script.yaml', 'max_stdout_bytes: 65536', 'max_stdout_bytes: 32768'],
      ],
      `
shell 0.2.0 → 1.0.0: the changes deserve a major version, and 1.0.0 is one

Wider: possible now, and not before
  action shell.run_script, argument script: its length in bytes was 5459, is 32768  actions/run_script.yaml:29
  action shell.run_script: its longest timeout was "600s", is "1h"  actions/run_script.yaml:36

Narrower: no longer possible
  action shell.run_script: its most bytes of stdout was 65536, is 32768  actions/run_script.yaml:39

Equal: nothing more or less is possible
  the version was "0.2.0", is "1.0.0"  pack.yaml:5
`,
    ],
    [
      'another script that many actions share, and an argument that becomes required',
      'emisar/airflow',
      [
        ['scripts/airflow_api.sh', '\n', '\nset -x\n'],
        [
          'actions/asset_events.yaml',
          'required: false\n    default: ""\n    description: Restrict to events',
          'required: true\n    description: Restrict to events',
        ],
        ['actions/asset_events.yaml', 'args: {}', 'args: {source_dag_id: a}'],
      ],
      `
airflow 0.1.1 → 0.1.1: the changes deserve a major version, and it still says 0.1.1

Unknown: it cannot be told, so take it for wider
  action airflow.asset_events, argument source_dag_id: its default was "", is not given  actions/asset_events.yaml:25
  script scripts/airflow_api.sh: has other content; 37 actions run it  scripts/airflow_api.sh

Narrower: no longer possible
  action airflow.asset_events, argument source_dag_id: required was off, is on  actions/asset_events.yaml:27

Equal: nothing more or less is possible
  action airflow.asset_events: \`examples\` is another text  actions/asset_events.yaml:56
`,
    ],
    [
      'a secret that is none, a longer time, and a permission to decrypt',
      'attune/core',
      [
        ['pack.yaml', 'version: "1.0.0"', 'version: "1.0.1"'],
        ['actions/http_request.yaml', 'maximum: 300', 'maximum: 600'],
        ['actions/http_request.yaml', 'bearer authentication"\n    secret: true', 'bearer authentication"'],
        ['permission_sets/viewer.yaml', 'keys\n    actions: [read]', 'keys\n    actions: [read, decrypt]'],
      ],
      `
core 1.0.0 → 1.0.1: the changes deserve a minor version, and 1.0.1 is only a patch one

Wider: possible now, and not before
  action core.http_request, parameter auth_token: secret was on, is off  actions/http_request.yaml:79
  action core.http_request, parameter timeout: its greatest value was 300, is 600  actions/http_request.yaml:60
  permission set core.viewer: now allows decrypt keys  permission_sets/viewer.yaml:5

Equal: nothing more or less is possible
  the version was "1.0.0", is "1.0.1"  pack.yaml:7
`,
    ],
    [
      'a schema deep inside another, and a parameter that goes',
      'attune/pagerduty',
      [
        ['actions/escalation_policy_create.yaml', '        - escalation_policy\n', ''],
        [
          'actions/escalation_policy_create.yaml',
          '  from_email:\n    type: string\n    description: The email address of a valid user associated with the account making the request.\n    required: true\n',
          '',
        ],
      ],
      `
pagerduty 0.1.0 → 0.1.0: the changes deserve a major version, and it still says 0.1.0

Unknown: it cannot be told, so take it for wider
  action pagerduty.escalation_policy_create, parameter from_email: gone, so nothing checks it  actions/escalation_policy_create.yaml:20, before

Narrower: no longer possible
  action pagerduty.escalation_policy_create, parameter data.type: a value no longer has "escalation_policy"  actions/escalation_policy_create.yaml:28
`,
    ],
    [
      'a grant for a whole pack, a rule that is off, and other values for its action',
      'attune/nodejs_example',
      [
        ['permission_sets/hello_runner.yaml', 'refs: [nodejs_example.hello]', 'pack_refs: [nodejs_example]'],
        ['rules/count_and_log.yaml', 'enabled: true', 'enabled: false'],
        ['rules/count_and_log.yaml', 'event.payload.counter', 'event.payload.rule_ref'],
      ],
      `
nodejs_example 1.0.0 → 1.0.0: the changes deserve a major version, and it still says 1.0.0

Wider: possible now, and not before
  permission set nodejs_example.hello_runner: now allows read actions within {"pack_refs": ["nodejs_example"]}  permission_sets/hello_runner.yaml:11
  permission set nodejs_example.hello_runner: now allows execute actions within {"pack_refs": ["nodejs_example"]}  permission_sets/hello_runner.yaml:11

Unknown: it cannot be told, so take it for wider
  rule nodejs_example.count_and_log: \`action_params\` was {"counter": "{{ event.payload.counter }}", "rule_ref": "{{ event.payload.rule_ref }}"}, is {"counter": "{{ event.payload.rule_ref }}", "rule_ref": "{{ event.payload.rule_ref }}"}  rules/count_and_log.yaml:18

Narrower: no longer possible
  permission set nodejs_example.hello_runner: no longer allows read actions within {"refs": ["nodejs_example.hello"]}  permission_sets/hello_runner.yaml:11
  permission set nodejs_example.hello_runner: no longer allows execute actions within {"refs": ["nodejs_example.hello"]}  permission_sets/hello_runner.yaml:11
  rule nodejs_example.count_and_log: \`enabled\` was true, is false  rules/count_and_log.yaml:25
`,
    ],
  ])('%s', (_, pack, edits, text) => {
    expect(`\n${said(join(corpus, pack), edits)}`).toBe(text);
  });
});
