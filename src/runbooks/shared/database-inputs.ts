// What every restore asks for beside the moment.

export const copyInputs = {
  name: {
    kind: 'name',
    optional: true,
    about: 'What the copy is to be called, after <environment>-restored-; otherwise its moment',
    example: 'lost-answers',
  },
  keep: {
    kind: 'duration',
    leastSeconds: 3600,
    mostSeconds: 14 * 86_400,
    default: '24h',
    about: 'How long it is meant to stay: a tag says so, and a person removes it',
    example: '3d',
  },
} as const;
