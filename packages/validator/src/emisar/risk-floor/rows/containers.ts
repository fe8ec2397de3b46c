import type { ProgramRows } from '../floor-row.ts';

const interrupts = 'interrupts what runs in it';
const deletes = 'deletes what may be in use';

/** Containers and what schedules them. */
export const containers: readonly ProgramRows[] = [
  {
    programs: ['docker', 'podman', 'nerdctl'],
    valued: [
      '-H, --host, -c, --context, --config, -l, --log-level, -f, --file, -p, --project-name',
      '--profile, --env-file, --project-directory, -t, --time, -s, --signal, --filter, --url',
      '--connection',
    ],
    rows: [
      {
        words: [
          'stop, restart, kill, pause, rm, container stop, container restart, container kill',
          'container rm, container pause, compose stop, compose restart, compose kill, compose down',
          'compose rm, compose pause, service rm, stack rm, stack down, node rm, swarm leave, pod stop',
          'pod rm, pod kill, pod restart, machine stop, machine rm',
        ],
        tier: 'high',
        reason: interrupts,
      },
      {
        words: [
          'rmi, image rm, image prune, container prune, network rm, network prune, volume rm',
          'volume prune, system prune, system reset, builder prune, secret rm, config rm',
        ],
        tier: 'high',
        reason: deletes,
      },
      {
        words: [
          'start, unpause, update, pull, push, load, import, commit, tag, login, logout, build, create',
          'container start, compose up, compose start, compose pull, compose build, compose create',
          'network create, network connect, network disconnect, volume create, service update',
          'service scale, service rollback, stack deploy, image pull, image load, image tag',
        ],
        tier: 'medium',
        reason: 'changes what is there to run',
      },
    ],
  },
  {
    programs: ['docker-compose', 'podman-compose'],
    valued: ['-f, --file, -p, --project-name, --profile, --env-file, -t, --timeout'],
    rows: [
      { words: ['stop, restart, kill, down, rm, pause'], tier: 'high', reason: interrupts },
      {
        words: ['up, start, unpause, pull, build, create, scale'],
        tier: 'medium',
        reason: 'changes what is there to run',
      },
    ],
  },
  {
    programs: ['kubectl', 'oc'],
    valued: [
      '-n, --namespace, --context, --cluster, --user, --kubeconfig, -s, --server, -l, --selector',
      '-f, --filename, -o, --output, --as, --token, -c, --container',
    ],
    rows: [
      {
        words: ['delete, drain, rollout restart, rollout undo, scale, replace, evict'],
        tier: 'high',
        reason: interrupts,
      },
      {
        words: [
          'apply, create, patch, edit, set, label, annotate, taint, cordon, uncordon, autoscale, expose',
          'rollout pause, rollout resume, certificate approve, certificate deny',
        ],
        tier: 'medium',
        reason: 'changes the cluster',
      },
    ],
  },
  {
    programs: ['helm'],
    valued: ['-n, --namespace, --kube-context, --kubeconfig, -f, --values, --set, --version'],
    rows: [
      {
        words: ['uninstall, delete, del, un, rollback, upgrade, install'],
        tier: 'high',
        reason: 'changes a release',
      },
    ],
  },
  {
    programs: ['nomad'],
    rows: [
      {
        words: [
          'operator raft remove-peer, operator snapshot restore, job stop, stop, job restart',
          'job revert, job scale, job run, run, alloc stop, alloc restart, alloc signal, node drain',
          'server force-leave, deployment fail, namespace delete, volume delete, volume deregister',
        ],
        unless: ['-disable, -monitor'],
        tier: 'high',
        reason: interrupts,
      },
      {
        words: [
          'job dispatch, job promote, job periodic force, job eval, job start, node eligibility',
          'system gc, system reconcile, deployment pause, deployment resume, deployment promote',
          'namespace apply, quota apply, acl token delete, acl policy delete, var put, var purge',
        ],
        tier: 'medium',
        reason: 'changes the cluster',
      },
    ],
  },
  {
    programs: ['crictl', 'ctr'],
    valued: ['-r, --runtime-endpoint, -n, --namespace, -a, --address'],
    rows: [
      {
        words: [
          'stop, rm, rmi, stopp, rmp, images rm, image rm, tasks kill, task kill, containers rm',
          'container rm',
        ],
        tier: 'high',
        reason: interrupts,
      },
    ],
  },
  {
    programs: ['virsh'],
    valued: ['-c, --connect'],
    rows: [
      {
        words: [
          'destroy, shutdown, reboot, reset, undefine, suspend, vol-delete, pool-destroy, pool-delete',
          'net-destroy, snapshot-revert, snapshot-delete',
        ],
        tier: 'high',
        reason: interrupts,
      },
    ],
  },
];
