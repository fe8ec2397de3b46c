/** The words by which the runner's own redaction knows a key of a secret (specs/emisar 7.8). */
const SECRET_WORDS = [
  'password passwd passphrase pwd secret token api-key access-key secret-key client-secret private-key access-token',
  'refresh-token id-token auth-token session-token account-key aws-secret-access-key aws-session-token dsn',
  'connection-string conn-str database-url db-url redis-url amqp-url smtp-url credential credentials signing-key',
  'encryption-key secret-key-base cookie-key session-key salt pepper',
].flatMap((words) => words.split(' '));

const SECRET_KEY = new RegExp(
  `^(?:[a-z0-9]+[._-])*(?:${SECRET_WORDS.join('|').replaceAll('-', '[_-]?')})(?:[._-][a-z0-9]+)*$`,
  'i',
);

/** Whether the runner masks the text under this key of a JSON result, whatever it is. */
export const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);

/** POSIX utilities and what every Linux host brings beside them. */
const EVERYWHERE = new Set(
  [
    'sh [ awk basename cat chgrp chmod chown cksum cmp comm cp cut date dd df diff dirname du echo env expr false find',
    'fold getconf grep head hostname id join kill ln ls mkdir mkfifo mktemp mv nice nohup od paste printf ps pwd rm',
    'rmdir sed sha1sum sha256sum sleep sort split stat stty sync tail tee test timeout touch tr true uname uniq wc',
    'who whoami xargs yes dmesg free getent last lsblk lscpu mount pgrep pkill reboot shutdown sysctl top umount uptime',
    'vmstat w',
  ].flatMap((names) => names.split(' ')),
);

/** Whether a program is there on every host, so that nobody has to ask for it. */
export const isEverywhere = (program: string): boolean => EVERYWHERE.has(program);

const NO_VERBS = new Set(
  [
    'the a an this that these those it its they there you your we our when where while if for with without from in on',
    'at by to of as and or but all any every each some no not only just also new current latest simple quick read-only',
    'like via per',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a word is certainly no verb: an article, a preposition, a piece of code. */
export function isNoVerb(word: string): boolean {
  return !/^["'(*]*[A-Za-z]/.test(word) || NO_VERBS.has(word.toLowerCase().replace(/[^a-z-]/g, ''));
}

/** Programs that one package brings, so that naming one of them names all. */
const TOGETHER = [
  'systemctl journalctl systemd-analyze systemd-cgls systemd-cgtop timedatectl hostnamectl loginctl networkctl resolvectl busctl',
  'postfix postconf postqueue postsuper postcat mailq qshape sendmail',
  'ip ss tc bridge nstat',
  'rabbitmqctl rabbitmq-diagnostics rabbitmq-plugins rabbitmq-queues rabbitmq-upgrade',
  'java jcmd jstack jmap jstat jinfo jps',
  'apt apt-get apt-cache dpkg dpkg-query',
  'dnf yum rpm',
  'named rndc named-checkconf named-checkzone',
  'exportfs nfsstat showmount rpc.nfsd nfsiostat',
  'wg wg-quick',
  'zfs zpool zdb',
  'multipath multipathd',
  'redis-cli redis-server redis-sentinel',
  'psql pg_dump pg_isready pg_restore',
  'mysql mysqladmin mysqldump',
  'mongosh mongo',
  'iostat sar mpstat pidstat',
  'docker docker-compose',
].map((names) => names.split(' '));

/** The programs that are there when this one is, itself among them. */
export function broughtWith(program: string): readonly string[] {
  return TOGETHER.find((names) => names.includes(program)) ?? [program];
}
