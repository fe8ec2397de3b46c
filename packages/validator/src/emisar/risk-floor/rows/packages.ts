import type { ProgramRows } from '../floor-row.ts';

const changes = 'changes the software of the host';

/** Package managers. */
export const packages: readonly ProgramRows[] = [
  {
    programs: ['apt-get', 'apt', 'aptitude'],
    valued: ['-o, -c, -t, --target-release'],
    harmless: ['-s, --simulate, --just-print, --no-act, --recon, --print-uris, --download-only, -d'],
    rows: [
      {
        words: [
          'install, reinstall, remove, purge, autoremove, autopurge, upgrade, dist-upgrade',
          'full-upgrade, build-dep',
        ],
        tier: 'high',
        reason: changes,
      },
      {
        words: ['update, clean, autoclean'],
        tier: 'medium',
        reason: 'changes the package lists of the host',
      },
    ],
  },
  {
    programs: ['dnf', 'yum', 'microdnf', 'tdnf'],
    valued: ['-c, --config, --releasever, --repo, --repoid, --enablerepo, --disablerepo, -x, --exclude'],
    harmless: ['--assumeno, --downloadonly'],
    rows: [
      {
        words: [
          'install, localinstall, remove, erase, autoremove, upgrade, update, downgrade, swap',
          'distro-sync, history undo, history rollback, history redo, group install, group remove',
        ],
        tier: 'high',
        reason: changes,
      },
      { words: ['reinstall'], tier: 'medium', reason: changes },
    ],
  },
  {
    programs: ['zypper'],
    harmless: ['-D'],
    rows: [
      {
        words: ['install, in, remove, rm, update, up, dup, dist-upgrade, patch'],
        tier: 'high',
        reason: changes,
      },
    ],
  },
  {
    programs: ['apk'],
    harmless: ['-s, --simulate'],
    rows: [{ words: ['add, del, upgrade, fix'], tier: 'high', reason: changes }],
  },
  {
    programs: ['pacman'],
    harmless: ['-p, --print'],
    rows: [
      {
        options: ['-S, -Sy, -Syu, -Syyu, -Su, -R, -Rs, -Rns, -U, --remove, --upgrade'],
        tier: 'high',
        reason: changes,
      },
    ],
  },
  {
    programs: ['rpm'],
    harmless: ['--test'],
    rows: [
      {
        options: [
          '-i, -ih, -iv, -ivh, -U, -Uh, -Uv, -Uvh, -F, -Fvh, -e, -ev, --install, --upgrade, --freshen',
          '--erase',
        ],
        unless: ['-q*, --query'],
        tier: 'high',
        reason: changes,
      },
    ],
  },
  {
    programs: ['dpkg'],
    harmless: ['--no-act, --simulate'],
    rows: [
      {
        options: ['-i, --install, -r, --remove, -P, --purge, --unpack, --configure'],
        tier: 'high',
        reason: changes,
      },
    ],
  },
  {
    programs: ['snap'],
    rows: [
      {
        words: ['install, remove, refresh, revert, disable, enable, restart, stop'],
        unless: ['--list'],
        tier: 'high',
        reason: changes,
      },
    ],
  },
  {
    programs: ['brew', 'pip', 'pip3', 'pipx', 'gem'],
    rows: [{ words: ['install, uninstall, upgrade, update, cleanup'], tier: 'medium', reason: changes }],
  },
  {
    programs: ['npm', 'pnpm', 'yarn'],
    rows: [
      {
        words: ['install, i, ci, add, remove, uninstall, update, publish, unpublish'],
        tier: 'medium',
        reason: changes,
      },
    ],
  },
];
