import type { ProgramRows } from '../floor-row.ts';

const reach = 'changes what the host can reach, or who can reach it';

/** Addresses, routes, firewalls, tunnels and name service. */
export const network: readonly ProgramRows[] = [
  {
    programs: ['iptables', 'ip6tables', 'ebtables', 'arptables'],
    rows: [
      {
        options: [
          '-F, --flush, -X, --delete-chain, -P, --policy, -D, --delete, -A, --append, -I, --insert, -R',
          '--replace',
        ],
        unless: ['-C, --check'],
        tier: 'high',
        reason: reach,
      },
      {
        options: ['-N, --new-chain, -Z, --zero, -E'],
        tier: 'medium',
        reason: 'changes the firewall',
      },
    ],
  },
  {
    programs: ['iptables-restore', 'ip6tables-restore'],
    harmless: ['-t, --test'],
    rows: [{ tier: 'high', reason: reach }],
  },
  {
    programs: ['nft'],
    harmless: ['-c, --check'],
    rows: [
      { words: ['flush ruleset'], tier: 'critical', reason: 'removes the whole firewall' },
      { words: ['flush, delete, destroy, insert, add rule, replace'], tier: 'high', reason: reach },
      { options: ['-f, --file'], tier: 'high', reason: reach },
    ],
  },
  {
    programs: ['ufw'],
    rows: [
      {
        words: ['enable, disable, reset, allow, deny, reject, limit, delete, insert, default, route'],
        tier: 'high',
        reason: reach,
      },
    ],
  },
  {
    programs: ['firewall-cmd'],
    rows: [
      { options: ['--panic-on'], tier: 'critical', reason: 'cuts the host off' },
      { options: ['--add-*, --remove-*, --set-*, --complete-reload'], tier: 'high', reason: reach },
      { options: ['--reload, --runtime-to-permanent'], tier: 'medium', reason: 'changes the firewall' },
    ],
  },
  {
    programs: ['ip'],
    valued: ['-n, -netns, -f, -family, -b, -batch'],
    rows: [
      {
        words: [
          'link set, link delete, link del, link add, l set, addr add, addr del, addr delete',
          'addr flush, address add, address del, address delete, address flush, a add, a del, route add',
          'route del, route delete, route replace, route change, route flush, r add, r del, rule add',
          'rule del, rule delete, rule flush',
        ],
        tier: 'high',
        reason: reach,
      },
      {
        words: ['neigh flush, neigh del, neigh add, neighbour flush, netns add, netns del'],
        tier: 'medium',
        reason: 'changes the network of the host',
      },
    ],
  },
  { programs: ['ifdown'], rows: [{ tier: 'high', reason: reach }] },
  { programs: ['ifup'], rows: [{ tier: 'medium', reason: reach }] },
  {
    programs: ['nmcli'],
    valued: ['-f, --fields, -g, -m'],
    rows: [
      {
        words: [
          'connection down, con down, c down, connection delete, con delete, connection modify',
          'con modify, device disconnect, dev disconnect, networking off, radio wifi off',
        ],
        tier: 'high',
        reason: reach,
      },
    ],
  },
  {
    programs: ['ethtool'],
    rows: [
      {
        options: [
          '-s, -K, -G, -A, -C, -L, -r, -E, -f, --change, --features, --offload, --set-*, --reset',
          '--flash',
        ],
        tier: 'medium',
        reason: 'changes a network interface',
      },
    ],
  },
  {
    programs: ['tc'],
    rows: [
      {
        words: [
          'qdisc add, qdisc del, qdisc replace, qdisc change, class add, class del, filter add',
          'filter del',
        ],
        tier: 'high',
        reason: 'changes how traffic is passed on',
      },
    ],
  },
  {
    programs: ['wg'],
    rows: [
      {
        words: ['set, setconf, syncconf, addconf'],
        tier: 'high',
        reason: 'changes who is in the tunnel',
      },
    ],
  },
  {
    programs: ['wg-quick'],
    rows: [
      { words: ['down'], tier: 'high', reason: 'takes the tunnel down' },
      { words: ['up, save'], tier: 'medium', reason: 'changes the network of the host' },
    ],
  },
  {
    programs: ['tailscale'],
    rows: [
      { words: ['down, logout'], tier: 'high', reason: 'takes the host out of the network' },
      {
        words: ['up, set, login, switch, update'],
        tier: 'medium',
        reason: 'changes the network of the host',
      },
    ],
  },
  {
    programs: ['rndc'],
    valued: ['-c, -k, -p, -s, -y'],
    rows: [
      { words: ['stop, halt, delzone'], tier: 'high', reason: 'stops answers for names' },
      {
        words: [
          'reload, reconfig, flush, flushname, flushtree, freeze, thaw, addzone, modzone, sign, refresh',
          'retransfer, querylog, trace',
        ],
        tier: 'medium',
        reason: 'changes the name server',
      },
    ],
  },
  {
    programs: ['fail2ban-client'],
    rows: [
      { words: ['stop'], tier: 'high', reason: 'lifts all bans' },
      {
        words: ['set, reload, restart, unban, start, add'],
        tier: 'medium',
        reason: 'changes who can reach the host',
      },
    ],
  },
  { programs: ['vtysh'], rows: [{ options: ['-c conf*'], tier: 'high', reason: 'changes routing' }] },
  {
    programs: ['curl'],
    rows: [
      {
        options: [
          '-X DELETE, -XDELETE, --request DELETE, --request=DELETE, -X PUT, -XPUT, --request PUT',
          '--request=PUT, -X PATCH, -XPATCH, --request PATCH, --request=PATCH',
        ],
        tier: 'medium',
        reason: 'asks a server to change something',
      },
    ],
  },
];
