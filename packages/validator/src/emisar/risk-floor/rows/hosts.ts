import type { ProgramRows } from '../floor-row.ts';

/** Services, processes, power and accounts of a host. */
export const hosts: readonly ProgramRows[] = [
  {
    programs: ['systemctl'],
    valued: [
      '-t, --type, -p, --property, -H, --host, -M, --machine, -n, --lines, -o, --output, -s',
      '--signal, --job-mode, --kill-whom, --state',
    ],
    rows: [
      {
        words: ['reboot, poweroff, halt, kexec, soft-reboot, rescue, emergency, isolate'],
        tier: 'critical',
        reason: 'takes the host out of service',
      },
      {
        words: [
          'stop, restart, try-restart, reload-or-restart, try-reload-or-restart, kill, mask, disable',
          'suspend, hibernate',
        ],
        tier: 'high',
        reason: 'interrupts a service',
      },
      {
        words: [
          'start, enable, reload, unmask, daemon-reload, daemon-reexec, reset-failed, set-property',
          'set-default, revert',
        ],
        tier: 'medium',
        reason: 'changes what runs on the host',
      },
    ],
  },
  {
    programs: ['service', 'rc-service'],
    rows: [
      { words: ['* stop, * restart, * force-reload'], tier: 'high', reason: 'interrupts a service' },
      { words: ['* start, * reload'], tier: 'medium', reason: 'changes what runs on the host' },
    ],
  },
  {
    programs: ['supervisorctl'],
    valued: ['-c, -s, -u, -p'],
    rows: [
      {
        words: ['stop, restart, shutdown, reload, remove'],
        tier: 'high',
        reason: 'interrupts a service',
      },
      {
        words: ['start, update, add, signal, clear'],
        tier: 'medium',
        reason: 'changes what runs on the host',
      },
    ],
  },
  {
    programs: ['pm2'],
    rows: [
      { words: ['stop, restart, delete, del, kill'], tier: 'high', reason: 'interrupts a service' },
      {
        words: ['start, reload, scale, save, dump, flush, reset, resurrect'],
        tier: 'medium',
        reason: 'changes what runs on the host',
      },
    ],
  },
  {
    programs: ['shutdown'],
    harmless: ['-c, --show, -k'],
    rows: [{ tier: 'critical', reason: 'takes the host out of service' }],
  },
  {
    programs: ['reboot', 'poweroff', 'halt'],
    harmless: ['-w, --wtmp-only'],
    rows: [{ tier: 'critical', reason: 'takes the host out of service' }],
  },
  {
    programs: ['init', 'telinit'],
    rows: [{ words: ['0, 1, 6, s, S'], tier: 'critical', reason: 'takes the host out of service' }],
  },
  {
    programs: ['kill', 'pkill', 'killall', 'skill'],
    sparesOwn: true,
    harmless: [
      '-0, -l, -L, --list, --table, -s 0, -s HUP, -s USR1, -s USR2, -HUP, -USR1, -USR2, -1, -SIGHUP',
    ],
    rows: [{ tier: 'high', reason: 'ends processes' }],
  },
  {
    programs: ['useradd', 'adduser', 'groupadd', 'addgroup'],
    rows: [{ tier: 'medium', reason: 'changes who may use the host' }],
  },
  {
    programs: ['userdel', 'deluser', 'usermod', 'groupdel', 'delgroup', 'chpasswd'],
    rows: [{ tier: 'high', reason: 'changes who may use the host' }],
  },
  {
    programs: ['passwd'],
    harmless: ['-S, --status'],
    rows: [{ tier: 'high', reason: 'changes who may use the host' }],
  },
  {
    programs: ['crontab'],
    rows: [{ options: ['-r'], tier: 'high', reason: 'removes all jobs of a user' }],
  },
  {
    programs: ['sysctl'],
    rows: [
      {
        options: ['-w, --write, -p, --load, --system'],
        tier: 'medium',
        reason: 'changes the running kernel',
      },
    ],
  },
  {
    programs: ['timedatectl'],
    rows: [
      {
        words: ['set-time, set-timezone, set-ntp, set-local-rtc'],
        tier: 'medium',
        reason: 'changes the clock',
      },
    ],
  },
  {
    programs: ['chronyc'],
    rows: [
      {
        words: ['makestep, settime, burst, offline, online, shutdown, delete'],
        tier: 'medium',
        reason: 'changes the clock or its sources',
      },
    ],
  },
  {
    programs: ['journalctl'],
    rows: [{ options: ['--vacuum-*'], tier: 'high', reason: 'deletes logs' }],
  },
  {
    programs: ['cloud-init'],
    rows: [
      { words: ['clean'], tier: 'medium', reason: 'makes the next boot start over' },
      { words: ['init, modules, single'], tier: 'medium', reason: 'configures the host again' },
    ],
  },
];
