import type { ProgramRows } from '../floor-row.ts';

const interrupts = 'interrupts a service';

/** Web servers, mail, secret stores and service discovery. */
export const servers: readonly ProgramRows[] = [
  {
    programs: ['nginx', 'openresty'],
    rows: [
      { options: ['-s stop, -s quit'], tier: 'high', reason: interrupts },
      { options: ['-s reload, -s reopen'], tier: 'medium', reason: 'changes a running service' },
    ],
  },
  {
    programs: ['apachectl', 'apache2ctl', 'httpd', 'apache2'],
    rows: [
      { words: ['stop, graceful-stop, restart'], tier: 'high', reason: interrupts },
      { options: ['-k stop, -k graceful-stop, -k restart'], tier: 'high', reason: interrupts },
      { words: ['graceful, start'], tier: 'medium', reason: 'changes a running service' },
      { options: ['-k graceful, -k start'], tier: 'medium', reason: 'changes a running service' },
    ],
  },
  {
    programs: ['caddy'],
    rows: [
      { words: ['stop'], tier: 'high', reason: interrupts },
      { words: ['reload, start, upgrade'], tier: 'medium', reason: 'changes a running service' },
    ],
  },
  {
    programs: ['postfix'],
    rows: [
      { words: ['stop, abort'], tier: 'high', reason: interrupts },
      { words: ['start, reload, flush'], tier: 'medium', reason: 'changes a running service' },
    ],
  },
  {
    programs: ['postsuper'],
    rows: [
      { options: ['-d'], tier: 'high', reason: 'deletes mail' },
      { options: ['-r, -h, -H'], tier: 'medium', reason: 'changes the queue' },
    ],
  },
  {
    programs: ['postqueue'],
    rows: [{ options: ['-f, -i, -s'], tier: 'medium', reason: 'changes the queue' }],
  },
  {
    programs: ['vault', 'bao'],
    valued: ['-address, -namespace, -format, -field'],
    rows: [
      {
        words: [
          'operator seal, operator rekey, operator init, operator generate-root, secrets disable',
          'auth disable, operator raft remove-peer, operator raft snapshot restore',
        ],
        tier: 'critical',
        reason: 'makes secrets unavailable or destroys them',
      },
      {
        words: [
          'operator step-down, lease revoke, token revoke, kv delete, kv destroy, kv metadata delete',
          'delete, policy delete, audit disable, namespace delete',
        ],
        tier: 'high',
        reason: 'takes secrets or access away',
      },
      {
        words: [
          'kv put, kv patch, kv undelete, policy write, token create, token renew',
          'secrets enable, secrets tune, auth enable, audit enable, lease renew, operator unseal',
        ],
        tier: 'medium',
        reason: 'changes secrets or access',
      },
    ],
  },
  {
    programs: ['consul'],
    rows: [
      {
        words: [
          'operator raft remove-peer, snapshot restore, kv delete, services deregister, leave',
          'force-leave, acl token delete, acl policy delete, config delete, intention delete',
        ],
        tier: 'high',
        reason: interrupts,
      },
      { words: ['maint'], options: ['-enable'], tier: 'high', reason: interrupts },
      {
        words: [
          'kv put, reload, services register, join, acl token create, acl token update, config write',
          'intention create, event, exec',
        ],
        tier: 'medium',
        reason: 'changes the cluster',
      },
    ],
  },
  { programs: ['haproxy'], rows: [{ options: ['-sf, -st'], tier: 'high', reason: interrupts }] },
  {
    programs: ['certbot'],
    rows: [
      { words: ['revoke, delete'], tier: 'high', reason: 'takes a certificate away' },
      { words: ['renew, certonly, install, run'], tier: 'medium', reason: 'changes certificates' },
    ],
  },
];
