import type { ProgramRows } from '../floor-row.ts';

/** Statements handed to a database client on its command line. */
export const sql: readonly ProgramRows[] = [
  {
    programs: [
      'psql',
      'mysql',
      'mariadb',
      'clickhouse-client',
      'clickhouse',
      'cockroach',
      'cqlsh',
      'sqlcmd',
      'duckdb',
    ],
    sql: ['-c', '--command', '-e', '--execute', '-q', '--query', '-Q'],
    rows: [
      {
        words: ['DROP DATABASE, DROP SCHEMA, DROP TABLE, DROP KEYSPACE, DROP TABLESPACE, TRUNCATE'],
        tier: 'critical',
        reason: 'destroys data',
      },
      {
        words: [
          'DROP, DELETE, SYSTEM DROP, ALTER, SHUTDOWN, KILL CONNECTION, VACUUM FULL, REVOKE, GRANT',
          'RESET MASTER, RESET SLAVE, STOP SLAVE, STOP REPLICA, SYSTEM RESTART, SYSTEM SHUTDOWN',
          'SYSTEM KILL',
        ],
        tier: 'high',
        reason: 'deletes data, or changes what others use',
      },
      {
        words: ['** PG_TERMINATE_BACKEND(, ** PG_PROMOTE(, ** PG_SWITCH_WAL('],
        tier: 'high',
        reason: 'interrupts clients',
      },
      {
        words: [
          'INSERT, UPDATE, REPLACE, MERGE, UPSERT, CREATE, KILL, CANCEL, OPTIMIZE, REPAIR, REINDEX',
          'VACUUM, ANALYZE, FLUSH, SET GLOBAL, SET PERSIST, SET CLUSTER, LOAD, SYSTEM, PAUSE JOB',
          'RESUME JOB, START SLAVE, START REPLICA, REFRESH',
        ],
        tier: 'medium',
        reason: 'changes the database',
      },
      {
        words: [
          '** PG_CANCEL_BACKEND(, ** PG_RELOAD_CONF(, ** PG_STAT_RESET(, ** PG_STAT_STATEMENTS_RESET(',
          '** PG_ROTATE_LOGFILE(',
        ],
        tier: 'medium',
        reason: 'changes the server',
      },
    ],
  },
];
