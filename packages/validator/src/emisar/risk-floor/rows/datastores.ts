import type { ProgramRows } from '../floor-row.ts';

const destroys = 'destroys data';
const cluster = 'changes who is in the cluster, or who leads it';

/** Databases, caches, queues and stores with command lines of their own. */
export const datastores: readonly ProgramRows[] = [
  {
    programs: ['redis-cli', 'valkey-cli', 'keydb-cli'],
    valued: ['-h, -p, -s, -a, -u, -n, -r, -i, -t, --user, --pass, --cert, --key, --cacert, --sni'],
    foldsCase: true,
    rows: [
      { words: ['flushall, flushdb, shutdown'], tier: 'critical', reason: destroys },
      {
        words: [
          'del, unlink, getdel, swapdb, replicaof, slaveof, failover, cluster reset, cluster failover',
          'cluster forget, cluster flushslots, cluster delslots, client kill, client pause',
          'sentinel failover, sentinel reset, sentinel remove, debug segfault, debug sleep, config set',
          'acl deluser, acl setuser',
        ],
        tier: 'high',
        reason: 'interrupts clients or destroys data',
      },
      {
        words: [
          'set, setex, mset, hset, hdel, expire, persist, rename, lpop, rpop, lpush, rpush, sadd, srem',
          'zadd, zrem, xtrim, xdel, publish, restore, bgsave, save, bgrewriteaof, config rewrite',
          'config resetstat, memory purge, script flush, function flush, slowlog reset, latency reset',
          'acl save, acl load',
        ],
        tier: 'medium',
        reason: 'changes the server or its data',
      },
    ],
  },
  {
    programs: ['nodetool'],
    valued: ['-h, --host, -p, --port, -u, --username, -pw, --password, -pwf'],
    harmless: ['--preview, -prv'],
    rows: [
      {
        words: ['assassinate, decommission, removenode'],
        tier: 'critical',
        reason: 'takes a node out of the ring for good',
      },
      {
        words: [
          'drain, stopdaemon, disablegossip, disablebinary, disablethrift, move, truncatehints',
          'clearsnapshot',
        ],
        tier: 'high',
        reason: 'interrupts the node or deletes what it keeps',
      },
      {
        words: [
          'repair, cleanup, compact, scrub, rebuild, garbagecollect, relocatesstables, rebuild_index',
          'upgradesstables',
        ],
        tier: 'medium',
        reason: 'rewrites data and loads the cluster',
      },
      {
        words: [
          'flush, snapshot, refresh, stop, import, enablegossip, enablebinary, enablehandoff',
          'disablehandoff, pausehandoff, resumehandoff, disableautocompaction, enableautocompaction',
          'disablebackup, enablebackup, set*, invalidate*, reload*, replaybatchlog',
        ],
        tier: 'medium',
        reason: 'changes the node',
      },
    ],
  },
  {
    programs: ['rabbitmqctl', 'rabbitmq-queues', 'rabbitmq-upgrade'],
    valued: ['-n, --node, -p, --vhost, -t, --timeout, --formatter'],
    rows: [
      {
        words: ['reset, force_reset, delete_vhost, purge_queue, delete_queue'],
        tier: 'critical',
        reason: destroys,
      },
      {
        words: [
          'stop, stop_app, shutdown, forget_cluster_node, delete_user, delete_shovel, close_connection',
          'close_all_connections, clear_permissions, change_password, set_permissions, clear_policy',
          'delete_member',
        ],
        tier: 'high',
        reason: 'interrupts clients or the node',
      },
      {
        words: [
          'start_app, sync_queue, set_policy, add_user, add_vhost, set_user_tags, set_parameter',
          'clear_parameter, join_cluster, rotate_logs',
        ],
        tier: 'medium',
        reason: 'changes the broker',
      },
    ],
  },
  {
    programs: ['kafka-topics', 'kafka-topics.sh'],
    rows: [
      { options: ['--delete'], tier: 'critical', reason: destroys },
      { options: ['--create, --alter'], tier: 'medium', reason: 'changes the topics' },
    ],
  },
  {
    programs: ['kafka-consumer-groups', 'kafka-consumer-groups.sh'],
    rows: [
      {
        options: ['--delete, --delete-offsets, --execute'],
        tier: 'high',
        reason: 'makes consumers read again or skip',
      },
    ],
  },
  {
    programs: ['kafka-delete-records', 'kafka-delete-records.sh'],
    rows: [{ tier: 'critical', reason: destroys }],
  },
  {
    programs: ['kafka-configs', 'kafka-configs.sh', 'kafka-leader-election', 'kafka-leader-election.sh'],
    rows: [{ options: ['--alter, --election-type'], tier: 'medium', reason: 'changes the broker' }],
  },
  {
    programs: ['mysqladmin', 'mariadb-admin'],
    valued: ['-h, -u, -P, -S'],
    rows: [
      { words: ['shutdown, drop'], tier: 'critical', reason: destroys },
      {
        words: ['kill, password, stop-slave, stop-replica'],
        tier: 'high',
        reason: 'interrupts clients',
      },
      {
        words: ['flush-*, create, refresh, reload, start-slave, start-replica'],
        tier: 'medium',
        reason: 'changes the server',
      },
    ],
  },
  { programs: ['dropdb', 'pg_resetwal', 'pg_dropcluster'], rows: [{ tier: 'critical', reason: destroys }] },
  { programs: ['dropuser'], rows: [{ tier: 'high', reason: 'changes who may use the database' }] },
  {
    programs: ['createdb', 'createuser', 'vacuumdb', 'reindexdb', 'pg_restore'],
    rows: [{ unless: ['-l, --list'], tier: 'medium', reason: 'changes the database' }],
  },
  {
    programs: ['pg_ctl'],
    valued: ['-D, -l, -m, -o, -t'],
    rows: [
      { words: ['stop, restart, promote, kill'], tier: 'high', reason: 'interrupts the database' },
      { words: ['start, reload, logrotate'], tier: 'medium', reason: 'changes the server' },
    ],
  },
  {
    programs: ['pg_ctlcluster'],
    rows: [
      { words: ['* * stop, * * restart, * * promote'], tier: 'high', reason: 'interrupts the database' },
    ],
  },
  {
    programs: ['patronictl'],
    valued: ['-c, -d'],
    rows: [
      {
        words: ['failover, switchover, restart, reinit, remove, pause'],
        tier: 'high',
        reason: cluster,
      },
    ],
  },
  {
    programs: ['etcdctl'],
    valued: ['--endpoints, --cacert, --cert, --key, --user, -w'],
    rows: [
      {
        words: [
          'del, member remove, snapshot restore, move-leader, auth disable, user delete, role delete',
          'lease revoke',
        ],
        tier: 'high',
        reason: 'changes the cluster or deletes data',
      },
      {
        words: ['put, compact, compaction, defrag, member add, alarm disarm'],
        tier: 'medium',
        reason: 'changes the cluster',
      },
    ],
  },
  {
    programs: ['cockroach'],
    valued: ['--url, --host, --certs-dir, --format, -e, --execute'],
    rows: [{ words: ['node decommission, node drain, quit'], tier: 'high', reason: cluster }],
  },
];
