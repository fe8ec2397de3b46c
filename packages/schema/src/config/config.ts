import * as z from 'zod';
import { AdmissionDocument, PolicyDocument } from './policy.ts';

/** A length of time in one unit. */
const Span = z
  .string()
  .regex(/^[0-9]{1,6}[smhdw]$/, 'a number with one unit, such as "30m", "12h" or "7d"')
  .meta({ examples: ['12h', '7d'] });

const PublicKey = z
  .string()
  .regex(
    /^ed25519:[A-Za-z0-9_-]{43}$/,
    '"ed25519:" and 43 characters of base64url, as `packwright sign` prints it',
  );

const AllowListSettings = z
  .strictObject({
    keys: z
      .array(PublicKey)
      .min(1)
      .describe('Keys of which one has to have signed the first allow-list; later lists name their own.'),
    grace: Span.optional().describe(
      'How long after its expiry an allow-list still lets packs become trusted. Default: 0s.',
    ),
  })
  .meta({ title: 'Allow-list' });

const SigstoreSettings = z
  .strictObject({
    trusted_root: z
      .string()
      .min(1)
      .describe('File with the trusted root of the Sigstore instance; signatures are held to it, offline.'),
    identities: z
      .array(
        z.strictObject({
          issuer: z
            .string()
            .min(1)
            .describe('Who vouches for the identity, such as `https://accounts.google.com`.'),
          subject: z
            .string()
            .min(1)
            .describe('The identity to the letter: an e-mail address, or the address of a workflow.'),
        }),
      )
      .min(1)
      .describe('Whose signatures count.'),
  })
  .meta({ title: 'Sigstore' });

const SignatureSettings = z
  .strictObject({
    required: z
      .boolean()
      .optional()
      .describe('Whether a pack without a signature of one of the keys is refused. Default: false.'),
    keys: z.array(PublicKey).optional().describe('Keys whose signatures count.'),
    sigstore: SigstoreSettings.optional().describe('Identities of Sigstore whose signatures count.'),
  })
  .meta({ title: 'Signatures' });

const TrustSettings = z
  .strictObject({
    allow_list: AllowListSettings.optional().describe('Who may say what is trusted on every host.'),
    signatures: SignatureSettings.optional().describe('Signatures beside packs.'),
  })
  .meta({ title: 'Trust' });

const InstallSettings = z
  .strictObject({
    hosts: z
      .array(z.string().min(1))
      .optional()
      .describe('The hosts from which packs may be fetched, such as `packs.example.com`. Default: any.'),
  })
  .meta({ title: 'Installing' });

const RunnerSettings = z
  .strictObject({
    concurrency: z.int().min(1).max(1024).optional().describe('How many actions run at a time. Default: 8.'),
    inherit_env: z
      .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a variable, such as "REDIS_URL"'))
      .optional()
      .describe(
        'Variables of the runner that actions get beside PATH, LANG, LC_ALL and TERM; what loads code into programs, such as `LD_PRELOAD`, never passes.',
      ),
    cancel_grace: Span.optional().describe(
      'How long a process may take to end before it is killed, where its action does not say. Default: 30s.',
    ),
    listen: z
      .string()
      .regex(
        /^(?:127\.0\.0\.1|localhost|\[::1\]):[0-9]{1,5}$/,
        'an address of this machine and a port, such as "127.0.0.1:7332"',
      )
      .optional()
      .describe('Where the daemon answers, on this machine only. Default: 127.0.0.1:7332.'),
    reload_on_change: z
      .boolean()
      .optional()
      .describe('Whether the daemon loads anew when files of packs or settings change. Default: true.'),
  })
  .meta({ title: 'Runner' });
const Address = z.string().regex(/^https?:\/\/\S+$/, 'an address such as "https://pypi.example.com/simple"');

const EnvironmentSettings = z
  .strictObject({
    index: Address.optional().describe('The index of Python packages. Default: that of pip.'),
    no_index: z
      .boolean()
      .optional()
      .describe('Whether no index of Python packages is asked at all. Default: false.'),
    find_links: z
      .array(z.string().min(1))
      .optional()
      .describe('Directories or pages with wheels. Relative ones count from the working directory.'),
    registry: Address.optional().describe('The registry of Node packages. Default: that of npm.'),
    unlocked: z
      .enum(['refuse', 'allow'])
      .optional()
      .describe(
        'Whether actions of packs that ask for packages and pin none run without them. Default: refuse.',
      ),
  })
  .meta({ title: 'Environments' });

/** `packwright.yaml`: the settings of a host or of a project. */
export const PackwrightConfig = z
  .strictObject({
    packs_dir: z.string().min(1).optional().describe('Directory into which packs are installed.'),
    state_dir: z
      .string()
      .min(1)
      .optional()
      .describe('Directory for trust, journals and earlier packs. Default: `$XDG_STATE_HOME/packwright`.'),
    registry: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The registry for packs that are named without one: an address, or a name under `registries`.',
      ),
    registries: z
      .record(z.string(), z.string().min(1))
      .optional()
      .describe('Addresses of registries by a short name.'),
    install: InstallSettings.optional().describe('Where packs may come from.'),
    trust: TrustSettings.optional().describe('Who decides what is trusted, beside the operator.'),
    runner: RunnerSettings.optional().describe('How actions are run, and where the daemon answers.'),
    environments: EnvironmentSettings.optional().describe(
      'Where the packages of packs come from, and whether packs without a lock run.',
    ),
    policy: PolicyDocument.optional().describe('What may run, by risk.'),
    admission: AdmissionDocument.optional().describe('Which actions the host admits at all.'),
  })
  .meta({ title: 'Packwright settings' });
export type PackwrightConfig = z.infer<typeof PackwrightConfig>;
