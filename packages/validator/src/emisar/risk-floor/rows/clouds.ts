import type { ProgramRows } from '../floor-row.ts';

const deletes = 'deletes or ends something that others may depend on';
const changes = 'changes the account';

/** Command lines of clouds and of what provisions them. */
export const clouds: readonly ProgramRows[] = [
  {
    programs: ['aws'],
    valued: [
      '--profile, --region, --output, --endpoint-url, --query, --color, --ca-bundle',
      '--cli-read-timeout, --cli-connect-timeout',
    ],
    harmless: ['--generate-cli-skeleton*'],
    rows: [
      {
        words: [
          'ec2 terminate-instances, rds delete-db-instance, rds delete-db-cluster, eks delete-cluster',
          'cloudformation delete-stack, kms schedule-key-deletion, dynamodb delete-table',
        ],
        tier: 'critical',
        reason: 'destroys what cannot be brought back',
      },
      {
        words: [
          '* delete-*, * terminate-*, * deregister-*, * revoke-*, * purge-*, * detach-*, * reboot-*',
          '* failover-*, * deactivate-*, ec2 stop-instances, ec2 start-instances, rds stop-*',
          'ecs stop-task, s3 rm, s3 rb, s3 mv',
        ],
        tier: 'high',
        reason: deletes,
      },
      { words: ['s3 sync'], options: ['--delete'], tier: 'high', reason: deletes },
      {
        words: [
          '* put-*, * update-*, * modify-*, * attach-*, * tag-*, * untag-*, * associate-*',
          '* disassociate-*, * enable-*, * disable-*, ec2 run-instances, ec2 create-*, rds create-*',
          'iam create-*, ecs run-task, s3 cp, s3 sync, s3 mb, autoscaling set-*',
          'cloudwatch set-alarm-state',
        ],
        unless: ['-'],
        tier: 'medium',
        reason: changes,
      },
    ],
  },
  {
    programs: ['gcloud'],
    valued: ['--project, --account, --format, --configuration, --zone, --region, --filter, --limit'],
    rows: [
      {
        words: ['compute instances delete, projects delete, sql instances delete, container clusters delete'],
        tier: 'critical',
        reason: 'destroys what cannot be brought back',
      },
      {
        words: [
          '** delete, ** reset, ** stop, ** suspend, ** restart, ** failover, ** undelete',
          '** remove-iam-policy-binding, ** add-iam-policy-binding, ** set-iam-policy, ** resize',
        ],
        tier: 'high',
        reason: deletes,
      },
      {
        words: [
          '** create, ** update, ** start, ** resume, ** deploy, ** patch, ** add-tags, ** remove-tags',
          '** add-labels',
        ],
        tier: 'medium',
        reason: changes,
      },
    ],
  },
  {
    programs: ['gsutil'],
    rows: [
      { words: ['rm, rb, mv'], tier: 'high', reason: deletes },
      {
        words: ['cp, rsync, mb, setmeta, acl ch, acl set, iam ch, iam set'],
        tier: 'medium',
        reason: changes,
      },
    ],
  },
  {
    programs: ['az'],
    valued: ['-g, --resource-group, -n, --name, -o, --output, --subscription, --query'],
    rows: [
      {
        words: ['group delete, vm delete, aks delete'],
        tier: 'critical',
        reason: 'destroys what cannot be brought back',
      },
      {
        words: ['** delete, ** purge, ** deallocate, ** stop, ** restart, ** redeploy, ** failover'],
        tier: 'high',
        reason: deletes,
      },
      {
        words: ['** create, ** update, ** start, ** set, ** add, ** remove'],
        tier: 'medium',
        reason: changes,
      },
    ],
  },
  {
    programs: ['terraform', 'tofu'],
    rows: [
      { words: ['destroy, apply'], tier: 'critical', reason: 'changes or destroys whatever the plan says' },
      {
        words: [
          'state rm, state mv, state push, state replace-provider, import, taint, untaint, force-unlock',
          'workspace delete',
        ],
        tier: 'high',
        reason: 'changes what is known to be there',
      },
    ],
  },
  {
    programs: ['gh'],
    valued: ['-R, --repo'],
    rows: [
      { words: ['repo delete'], tier: 'critical', reason: 'destroys what cannot be brought back' },
      {
        words: [
          'release delete, secret delete, variable delete, run delete, repo archive, issue delete',
          'cache delete',
        ],
        tier: 'high',
        reason: deletes,
      },
      {
        words: [
          'pr merge, pr close, pr create, pr edit, pr reopen, pr review, pr comment, issue create',
          'issue close, issue edit, issue comment, workflow run, workflow enable, workflow disable',
          'run cancel, run rerun, release create, release edit, secret set, variable set, repo create',
          'repo edit',
        ],
        tier: 'medium',
        reason: 'changes the repository',
      },
    ],
  },
  {
    programs: ['git'],
    valued: ['-C, -c, --git-dir, --work-tree'],
    rows: [
      { words: ['clean'], unless: ['-n, -nd, -ndx'], tier: 'high', reason: 'deletes files' },
      { words: ['reset'], options: ['--hard'], tier: 'high', reason: 'throws changes away' },
      {
        words: ['push, commit, merge, rebase, pull, checkout, switch, restore, gc, prune'],
        tier: 'medium',
        reason: 'changes the repository',
      },
    ],
  },
  {
    programs: ['mc'],
    valued: ['--config-dir, -C'],
    rows: [
      {
        words: [
          'rm, rb, admin service stop, admin service restart, admin user remove, admin user rm',
          'admin user disable, admin policy remove, admin decommission start, mirror',
        ],
        tier: 'high',
        reason: deletes,
      },
    ],
  },
  {
    programs: ['ipmitool'],
    valued: ['-H, -U, -P, -I, -L, -p, -f'],
    rows: [
      {
        words: [
          'chassis power off, chassis power cycle, chassis power reset, chassis power soft, power off',
          'power cycle, power reset, power soft',
        ],
        tier: 'critical',
        reason: 'takes the host out of service',
      },
      {
        words: ['chassis power on, power on, chassis bootdev, sel clear, mc reset, bmc reset, user set'],
        tier: 'medium',
        reason: 'changes the host below its system',
      },
    ],
  },
];
