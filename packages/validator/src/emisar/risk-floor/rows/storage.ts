import type { ProgramRows } from '../floor-row.ts';

const destroys = 'destroys data that is not asked for twice';

/** Files, file systems, volumes and disks. */
export const storage: readonly ProgramRows[] = [
  {
    programs: ['rm', 'unlink', 'rmdir', 'shred', 'srm'],
    sparesOwn: true,
    rows: [{ tier: 'high', reason: 'deletes files' }],
  },
  {
    programs: ['find'],
    rows: [{ options: ['-delete, -exec rm, -execdir rm, -ok rm'], tier: 'high', reason: 'deletes files' }],
  },
  {
    programs: ['logrotate'],
    harmless: ['-d, --debug'],
    rows: [{ tier: 'medium', reason: 'moves and removes logs' }],
  },
  {
    programs: ['sed'],
    sparesOwn: true,
    rows: [{ options: ['-i, -i*, --in-place*'], tier: 'medium', reason: 'changes files in place' }],
  },
  {
    programs: ['chmod', 'chown', 'chgrp', 'setfacl', 'chattr', 'chcon'],
    sparesOwn: true,
    rows: [{ tier: 'medium', reason: 'changes who may use files' }],
  },
  {
    programs: ['dd'],
    rows: [
      {
        options: ['of=/dev/*'],
        unless: ['of=/dev/null, of=/dev/stdout'],
        tier: 'critical',
        reason: 'writes over a device',
      },
    ],
  },
  {
    programs: ['mkfs', 'mkfs.ext4', 'mkfs.ext3', 'mkfs.xfs', 'mkfs.btrfs', 'mkfs.vfat', 'mkswap'],
    harmless: ['-n, -N, -V'],
    rows: [{ tier: 'critical', reason: destroys }],
  },
  {
    programs: ['wipefs'],
    harmless: ['-n, --no-act'],
    rows: [{ options: ['-a, --all, -af'], tier: 'critical', reason: destroys }],
  },
  { programs: ['blkdiscard'], rows: [{ tier: 'critical', reason: destroys }] },
  {
    programs: ['lvremove', 'vgremove', 'pvremove'],
    harmless: ['-t, --test'],
    rows: [{ tier: 'critical', reason: destroys }],
  },
  {
    programs: ['lvresize', 'lvreduce', 'lvextend', 'vgextend', 'vgreduce', 'resize2fs', 'xfs_growfs'],
    harmless: ['-t, --test, -n'],
    rows: [{ tier: 'high', reason: 'changes a volume that holds data' }],
  },
  {
    programs: ['mdadm'],
    rows: [
      { options: ['--zero-superblock, --create, -C'], tier: 'critical', reason: destroys },
      {
        options: ['--stop, -S, --fail, -f, --remove, -r'],
        tier: 'high',
        reason: 'takes a disk or an array away',
      },
    ],
  },
  {
    programs: ['zpool'],
    harmless: ['-n'],
    rows: [
      { words: ['destroy, labelclear'], tier: 'critical', reason: destroys },
      {
        words: ['offline, detach, remove, export, replace, split, upgrade'],
        tier: 'high',
        reason: 'takes storage away or changes it for good',
      },
      {
        words: ['scrub, clear, online, import, trim, resilver, set, attach, add'],
        tier: 'medium',
        reason: 'changes the state of a pool',
      },
    ],
  },
  {
    programs: ['zfs'],
    harmless: ['-n, -nv, -vn'],
    rows: [
      { words: ['destroy, rollback'], tier: 'high', reason: destroys },
      {
        words: [
          'create, snapshot, snap, clone, promote, rename, set, inherit, receive, recv, unmount, umount',
        ],
        tier: 'medium',
        reason: 'changes a dataset',
      },
    ],
  },
  {
    programs: ['umount', 'mount', 'swapoff'],
    valued: ['-t, -o'],
    rows: [{ words: ['*'], tier: 'medium', reason: 'changes what is mounted' }],
  },
  {
    programs: ['exportfs'],
    rows: [
      { options: ['-u, -ua, -au'], tier: 'high', reason: 'takes a share away from its clients' },
      { options: ['-r, -ra, -ar, -a, -o, -i'], tier: 'medium', reason: 'changes what is shared' },
    ],
  },
  {
    programs: ['iscsiadm'],
    rows: [
      { options: ['-u, --logout'], tier: 'high', reason: 'takes a disk away' },
      {
        options: ['-l, --login, -o delete, --op delete, -o update, --op update'],
        tier: 'medium',
        reason: 'changes which disks are there',
      },
    ],
  },
  {
    programs: ['multipath'],
    rows: [{ options: ['-F, -f, -W'], tier: 'high', reason: 'takes paths to disks away' }],
  },
];
