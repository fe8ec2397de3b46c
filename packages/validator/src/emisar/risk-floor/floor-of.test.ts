import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { describe, expect, test } from 'vitest';
import { commandsOf } from './command.ts';
import { floorOf } from './floor-of.ts';
import { scriptFloor } from './script-floor.ts';

const action = (binary: string, argv: readonly string[], args: object[] = []) =>
  ({ kind: 'exec', args, execution: { command: { binary, argv } } }) as unknown as EmisarActionDocument;

const tiers = (binary: string, argv: readonly string[], args: object[] = []) =>
  commandsOf(action(binary, argv, args)).flatMap((command) => floorOf(command)?.tier ?? []);
const inShell = (text: string) => tiers('/bin/sh', ['-c', text]);
const words = (line: string) => {
  const [binary = '', ...argv] = line.split(' ');
  return tiers(binary, argv);
};

describe('a command', () => {
  test.each([
    ['systemctl --no-block restart nginx', 'high'],
    ['systemctl -H web1 stop nginx', 'high'],
    ['service nginx restart', 'high'],
    ['shutdown -r +1', 'critical'],
    ['rm -rf {{ args.path }}', 'high'],
    ['kill -s TERM {{ args.pid }}', 'high'],
    ['find /srv -name *.log -delete', 'high'],
    ['apt-get -o Dpkg::Use-Pty=0 install -y curl', 'high'],
    ['docker --context prod rm -f web', 'high'],
    ['docker compose -f /srv/compose.yaml down', 'high'],
    ['kubectl -n web delete pod x', 'high'],
    ['redis-cli -n 3 FLUSHDB ASYNC', 'critical'],
    ['redis-cli config set maxmemory 1gb', 'high'],
    ['aws --region eu-west-1 ec2 terminate-instances --instance-ids i-1', 'critical'],
    ['aws sqs delete-queue --queue-url u', 'high'],
    ['gcloud compute disks delete d --quiet', 'high'],
    ['curl -fsS -X DELETE https://api/things/1', 'medium'],
    ['nginx -s stop', 'high'],
    ['sudo -u root timeout -k 5 30 reboot', 'critical'],
    ['iptables -t nat -F', 'high'],
  ])('%s deserves at least %s', (line, tier) => {
    expect(words(line)).toEqual([tier]);
  });

  test.each([
    'systemctl status nginx',
    'systemctl list-units restart',
    'kubectl auth can-i delete pods',
    'kubectl delete pod x --dry-run=server',
    'apt-get -s install curl',
    'shutdown -c',
    'kill -0 1',
    'aws ec2 describe-instances',
    'redis-cli get flushall',
    'docker ps -f name=rm',
    'git clean -n',
    'rm --help',
    'ls /bin/rm',
  ])('%s has no floor', (line) => {
    expect(words(line)).toEqual([]);
  });

  test('counts with the worst of the values that an argument lists', () => {
    const verb = { name: 'verb', validation: { enum: ['status', 'restart'] } };
    expect(tiers('systemctl', ['{{ args.verb }}', 'nginx'], [verb])).toEqual(['high']);
    expect(tiers('systemctl', ['{{ args.verb }}', 'nginx'], [{ name: 'verb' }])).toEqual([]);
  });
});

describe('a statement', () => {
  test.each([
    ['DROP TABLE t', 'critical'],
    ['select 1; truncate t', 'critical'],
    ['/* nightly */ DELETE FROM t', 'high'],
    ['SELECT pg_terminate_backend({{ args.pid }})', 'high'],
    ['VACUUM t', 'medium'],
  ])('%s deserves at least %s', (statement, tier) => {
    expect(tiers('psql', ['-XAt', '-c', statement])).toEqual([tier]);
  });

  test.each([
    "SELECT 'drop table t'",
    'SELECT * FROM t -- ; DROP TABLE t',
    'EXPLAIN DELETE FROM t',
    'SHOW GLOBAL STATUS',
  ])('%s has no floor', (statement) => {
    expect(tiers('mysql', ['-NBe', statement])).toEqual([]);
  });
});

describe('a shell program', () => {
  test('is judged by its commands', () => {
    expect(inShell('set -e; systemctl stop "$1" && echo stopped')).toEqual(['high']);
    expect(inShell(`"\${TF_BIN:-terraform}" apply -auto-approve`)).toEqual(['critical']);
    expect(inShell(`kubectl \${KCTX:+--context=$KCTX} delete pod "$1"`)).toEqual(['high']);
  });

  test('may clean up what is its own', () => {
    expect(inShell('tmp=$(mktemp); ls > "$tmp"; rm -f "$tmp"; kill $!')).toEqual([]);
    expect(inShell('rm -rf "$1"')).toEqual(['high']);
  });

  test('is left alone where a word only looks like a command', () => {
    expect(inShell('command -v reboot; echo rm -rf /; case $1 in reboot) ls;; esac')).toEqual([]);
  });
});

describe('a packaged script', () => {
  test('is judged by a literal verb that no read would carry', () => {
    expect(scriptFloor(['delete-dns-record', '{{ args.zone }}'])?.tier).toBe('medium');
    expect(scriptFloor(['{{ args.ns }}', '', 'alloc', 'stop', '{{ args.id }}'])?.tier).toBe('medium');
  });

  test('is left alone otherwise', () => {
    expect(scriptFloor(['list', '--sort', 'delete'])).toBeUndefined();
    expect(scriptFloor(['deleted-items'])).toBeUndefined();
    expect(scriptFloor(['{{ args.verb }}'])).toBeUndefined();
  });
});
