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

const SignatureSettings = z
  .strictObject({
    required: z
      .boolean()
      .optional()
      .describe('Whether a pack without a signature of one of the keys is refused. Default: false.'),
    keys: z.array(PublicKey).optional().describe('Keys whose signatures count.'),
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
    policy: PolicyDocument.optional().describe('What may run, by risk.'),
    admission: AdmissionDocument.optional().describe('Which actions the host admits at all.'),
  })
  .meta({ title: 'Packwright settings' });
export type PackwrightConfig = z.infer<typeof PackwrightConfig>;
