/** Flags of every command that works on the packs of a host. */
export const hostFlags = {
  config: { type: 'string', value: 'FILE', describe: 'read the settings from this file alone' },
  dest: { type: 'string', value: 'DIR', describe: 'the directory of installed packs (default: `packs_dir`)' },
  state: {
    type: 'string',
    value: 'DIR',
    describe: 'the directory for trust and journals (default: `state_dir`)',
  },
} as const;

/** The flag for output as data. */
export const jsonFlag = { json: { type: 'boolean', describe: 'print JSON' } } as const;
