import { describe, expect, test } from 'vitest';
import { inEditor } from './yaml-editor.ts';

const pack = (text: string) => inEditor('pack.yaml', text);
const action = (text: string) => inEditor('actions/show.yaml', text);

const noPack =
  '1:1 no key tells the format of the pack: add schema_version (emisar), ref (Attune) or name (Evershell)';
const noAction = '1:1 no key tells the format of the action: add schema_version (emisar) or ref (Attune)';

describe('a manifest without a key that tells its format', () => {
  test.each(['¦', '# a remark\n¦', 's¦', 'version: x\n¦'])(
    '%j offers whole manifests, then first keys',
    async (text) => {
      const { offers } = await pack(text);
      expect(Object.keys(offers)).toEqual([
        'new emisar pack',
        'new Attune pack',
        'new Evershell pack',
        'schema_version',
        'ref',
        'name',
      ]);
    },
  );

  test.each(['', '{}', 'version: x\n', 'description: x\n'])('%j is one problem', async (text) => {
    const { problems } = await pack(text);
    expect(problems).toEqual([noPack]);
  });

  test('a first key comes with its colon', async () => {
    const { offers } = await pack('¦');
    const { schema_version, ref, name } = offers;
    expect([schema_version, ref, name]).toEqual(['schema_version: 1', 'ref: ', 'name: ']);
  });
});

describe('a manifest with a key that tells its format', () => {
  test.each(['schema_version: 1\n¦', 'id: x\n¦', 'vendor: x\n¦', 'actions: []\n¦'])(
    '%j offers keys of emisar only',
    async (text) => {
      const { offers } = await pack(text);
      expect(offers).toHaveProperty('retired_below');
      expect(offers).not.toHaveProperty('runtime_deps');
    },
  );

  test.each(['ref: x\n¦', 'label: x\n¦', 'ref: x\nid: y\n¦'])(
    '%j offers keys of Attune only',
    async (text) => {
      const { offers } = await pack(text);
      expect(offers).toHaveProperty('runtime_deps');
      expect(offers).not.toHaveProperty('retired_below');
    },
  );

  test.each(['name: x\n¦', 'suggested_packs: []\n¦', 'capabilities: []\n¦'])(
    '%j offers keys of Evershell only',
    async (text) => {
      const { offers } = await pack(text);
      expect(offers).toHaveProperty('display_name');
      expect(offers).not.toHaveProperty('schema_version');
      expect(offers).not.toHaveProperty('ref');
    },
  );

  test.each([
    ['schema_version: 1\nname: x\n¦', 'retired_below'],
    ['ref: x\nname: y\n¦', 'runtime_deps'],
  ])('%j is told by its other key, though every format but one has a name', async (text, key) => {
    const { offers } = await pack(text);
    expect(offers).toHaveProperty(key);
    expect(offers).not.toHaveProperty('suggested_packs');
  });

  test('keys of another profile and older names are not offered', async () => {
    const { offers } = await pack('ref: x\n¦');
    expect(Object.keys(offers)).toEqual([
      'label',
      'description',
      'version',
      'Attune pack',
      'author',
      'email',
      'conf_schema',
      'meta',
      'tags',
      'runtime_deps',
      'dependencies',
      'worker_selector',
      'worker_tolerations',
      'worker_affinity',
      'testing',
    ]);
  });

  test('a StackStorm manifest is neither judged nor helped with', async () => {
    const { offers, problems } = await pack('name: x\nkeywords: [a]\nversion: 1\npython_versions: ["3"]\n¦');
    expect({ offers, problems }).toEqual({ offers: {}, problems: [] });
  });

  test('a foreign key leaves the format as it is', async () => {
    const { problems } = await pack('ref: x\nlabel: X\nversion: 1.0.0\nkeywords: [a]\n');
    expect(problems).toEqual([]);
  });
});

describe('an action', () => {
  test('an empty one offers whole actions of every format, then first keys', async () => {
    const { offers, problems } = await action('¦');
    expect(Object.keys(offers)).toEqual([
      'new exec action',
      'new script action',
      'new Attune action',
      'schema_version',
      'ref',
    ]);
    expect(problems).toEqual([noAction]);
  });

  test.each(['schema_version: 1\n¦', 'kind: exec\n¦', 'risk: low\n¦'])('%j is of emisar', async (text) => {
    const { offers } = await action(text);
    expect(offers).toHaveProperty('side_effects');
    expect(offers).not.toHaveProperty('runner_type');
  });

  test.each(['ref: a.b\n¦', 'label: x\n¦', 'name: b\nref: a.b\n¦'])('%j is of Attune', async (text) => {
    const { offers } = await action(text);
    expect(offers).toHaveProperty('runner_type');
    expect(offers).not.toHaveProperty('side_effects');
  });

  test('one of StackStorm is neither judged nor helped with', async () => {
    const { offers, problems } = await action('name: x\nrunner_type: python-script\nentry_point: x.py\n¦');
    expect({ offers, problems }).toEqual({ offers: {}, problems: [] });
  });
});
