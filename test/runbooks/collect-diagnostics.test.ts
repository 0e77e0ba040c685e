// collect-diagnostics: a bundle of what is known, a summary of what stands out, and what was not read.
import { describe, expect, test } from '@jest/globals';
import { redactContent } from '../../src/actions/plan/redact/redact-content.ts';
import { collectDiagnostics } from '../../src/runbooks/collect-diagnostics.ts';
import { memoryAlarms } from '../support/fake-alarms.ts';
import { memoryCaches } from '../support/fake-caches.ts';
import { memoryDatabases } from '../support/fake-databases.ts';
import { type EvidenceSetup, memoryEvidence } from '../support/fake-evidence.ts';
import { memoryExperiments } from '../support/fake-experiments.ts';
import { memoryKeptFiles } from '../support/fake-kept-files.ts';
import { memoryServices } from '../support/fake-services.ts';
import { memoryZonalShifts } from '../support/fake-zonal-shifts.ts';
import { manualClock } from '../support/manual-clock.ts';
import { denied, unavailable } from '../support/troubles.ts';
import { planOf, play } from './support/play.ts';

const zones = ['eu-west-2a', 'eu-west-2b'];
const identity = { cluster: 'assess-staging', service: 'assess-staging-app' };

const writer = { id: 'assess-staging-1', zone: 'eu-west-2a', isWriter: true, status: 'available' };
const primary = { id: 'assess-staging-001', zone: 'eu-west-2a', role: 'primary' } as const;

function stage(setup: EvidenceSetup = {}) {
  const clock = manualClock();
  const alarms = memoryAlarms(clock, [{ name: 'assess-staging-cache-cpu' }, { name: 'assess-staging-app-errors' }]);
  const services = memoryServices(clock, { services: [{ ...identity, taskDefinition: 'app:7', zones }] });
  const evidence = memoryEvidence(setup);
  const keptFiles = memoryKeptFiles();
  const experiments = memoryExperiments(clock, { templates: [] });
  const ports = {
    alarms,
    services,
    evidence,
    keptFiles,
    experiments,
    databases: memoryDatabases(clock, [{ id: 'assess-staging', status: 'available', members: [writer] }]),
    caches: memoryCaches([{ id: 'assess-staging', status: 'available', nodes: [primary] }]),
    zonalShifts: memoryZonalShifts(clock),
  };
  const file = (name: string) => keptFiles.files.get(name) ?? '';
  return { clock, alarms, services, evidence, keptFiles, experiments, ports, file };
}

const recently = '2026-01-31T11:50:00.000Z';
const longAgo = '2026-01-30T11:50:00.000Z';

test('plans the files, and gathers nothing yet', async () => {
  const world = stage();
  const { steps } = await planOf(collectDiagnostics, world);
  const [{ outcome } = {}] = steps;
  expect(outcome?.kind === 'change' && outcome.changes.map(({ what }) => what)).toEqual(
    ['summary.md', ...sources.map((id) => `${id}.json`)].map((name) => `file \`${name}\``),
  );
  expect([...world.evidence.calls, ...world.keptFiles.calls]).toEqual([]);
});

const sources = ['alarms', 'service', 'targets', 'database', 'cache', 'logs', 'experiments', 'changes'];

test('where all is well, says so', async () => {
  const world = stage();
  const { result } = await play(collectDiagnostics, world);
  expect(result).toMatchObject({ journal: { state: 'done' } });
  expect([...world.keptFiles.files.keys()]).toEqual(['summary.md', ...sources.map((id) => `${id}.json`)]);
  expect(world.file('summary.md')).toMatchInlineSnapshot(`
"# Diagnostics of staging

2026-01-31T11:00:00.000Z to 2026-01-31T12:00:00.000Z, region eu-west-2. What looks like a secret is blacked out.

## What stands out

Nothing: all that was read looks as it should.

## Files

- \`alarms.json\`: Alarms, and how they have changed
- \`service.json\`: The service, its deployments and tasks
- \`targets.json\`: Health of the load balancer’s targets
- \`database.json\`: The database and its events
- \`cache.json\`: The cache and its events
- \`logs.json\`: Lines of the logs that speak of trouble
- \`experiments.json\`: Experiments, safety lever and zonal shifts
- \`changes.json\`: Who has changed what
"
`);
});

describe('the summary', () => {
  test('says what stands out, source by source', async () => {
    const world = stage({
      targets: {
        'assess-staging-app': [
          { target: '10.0.1.5:8080', zone: 'eu-west-2a', state: 'unhealthy', reason: 'Health checks failed' },
          { target: '10.0.2.5:8080', zone: 'eu-west-2b', state: 'healthy', reason: '' },
        ],
      },
      stoppedTasks: {
        'assess-staging-app': ['1', '2'].map((id) => ({
          arn: `arn:aws:ecs:task/${id}`,
          zone: 'eu-west-2a',
          stoppedAt: recently,
          taskDefinition: 'app:7',
          reason: 'Essential container in task exited',
          containers: ['app: exit code 137, OutOfMemoryError: container killed'],
        })),
      },
      databaseEvents: [{ at: recently, source: 'assess-staging-1', message: 'Multi-AZ failover started' }],
      logs: [
        { at: recently, group: '/aws/ecs/assess-staging-app', message: 'ERROR connection refused for ada@example.org' },
        { at: recently, group: '/aws/ecs/assess-staging-app', message: 'all is well' },
        { at: longAgo, group: '/aws/ecs/assess-staging-app', message: 'ERROR of yesterday' },
      ],
      changes: [
        { at: recently, call: 'ecs:UpdateService', by: 'mallory', resources: ['assess-staging-app'] },
        { at: recently, call: 'ecs:UpdateService', by: 'mallory', resources: ['payments'] },
      ],
    });
    world.alarms.set('assess-staging-app-errors', 'ALARM', 'Threshold crossed');
    world.alarms.set('assess-staging-cache-cpu', 'ALARM');
    world.alarms.set('assess-staging-cache-cpu', 'OK');
    world.experiments.setLever('engaged');
    await play(collectDiagnostics, world);
    const summary = world.file('summary.md');
    expect(summary.slice(summary.indexOf('## What stands out'), summary.indexOf('## Files'))).toMatchInlineSnapshot(`
"## What stands out

### Alarms, and how they have changed

- assess-staging-app-errors rings since 2026-01-31T12:00:00.000Z: Threshold crossed
- assess-staging-cache-cpu rang, and is OK now

### The service, its deployments and tasks

- 2 tasks stopped: Essential container in task exited; app: exit code 137, OutOfMemoryError: container killed

### Health of the load balancer’s targets

- 10.0.1.5:8080 in eu-west-2a is unhealthy: Health checks failed

### The database and its events

- 2026-01-31T11:50:00.000Z assess-staging-1: Multi-AZ failover started

### Lines of the logs that speak of trouble

- /aws/ecs/assess-staging-app has a line of trouble, the newest: ERROR connection refused for (e-mail address)

### Experiments, safety lever and zonal shifts

- the safety lever of FIS is engaged

### Who has changed what

- mallory called ecs:UpdateService on what is named assess-staging

"
`);
  });

  test('tells that there is no service, no database and no cache', async () => {
    const world = stage();
    world.services.remove(identity);
    const ports = { ...world.ports, databases: memoryDatabases(world.clock), caches: memoryCaches() };
    await play(collectDiagnostics, { ...world, ports });
    for (const what of [
      'there is no service assess-staging-app',
      'there is no database assess-staging',
      'there is no cache assess-staging',
    ])
      expect(world.file('summary.md')).toContain(`- ${what}`);
  });

  test('takes nothing that is quoted for Markdown or HTML', async () => {
    const message = 'error <img src=x onerror=alert(1)> [click](https://evil.example) `code`\n## Heading @everyone';
    const world = stage({ logs: [{ at: recently, group: '/aws/ecs/assess-staging-app', message }] });
    await play(collectDiagnostics, world);
    const [line = ''] = world
      .file('summary.md')
      .split('\n')
      .filter((each) => each.includes('evil'));
    expect(line).toContain(
      'error \\<img src=x onerror=alert(1)\\> \\[click\\](https://evil.example) \\`code\\` \\#\\# Heading \\@everyone',
    );
  });

  test('is bounded: of a thousand things it tells eight, and the number of the others', async () => {
    const changes = Array.from({ length: 150 }, (_, n) => ({
      at: recently,
      call: `ecs:Call${n}`,
      by: 'x',
      resources: ['assess-staging'],
    }));
    const world = stage({ changes });
    await play(collectDiagnostics, world);
    expect(world.file('summary.md')).toContain('- ... and 142 more');
    expect(JSON.parse(world.file('changes.json')).changes).toHaveLength(150);
  });
});

describe('what may not be read', () => {
  test('is told in its file and in the summary, and the rest stands', async () => {
    const world = stage();
    world.evidence.failNext('changes', denied());
    const { result } = await play(collectDiagnostics, world);
    expect(result).toMatchObject({ journal: { state: 'done' } });
    expect(JSON.parse(world.file('changes.json'))).toEqual({
      notRead: { code: 'aws/access-denied', what: expect.any(String), next: expect.stringContaining('Allow') },
    });
    expect(world.file('summary.md')).toContain(
      '## What could not be read\n\n- Who has changed what: Could not ask AWS: AWS denied it.',
    );
    expect(JSON.parse(world.file('alarms.json')).alarms).toHaveLength(2);
  });

  test('is a failure where it is everything', async () => {
    const world = stage();
    for (const port of [world.alarms, world.services, world.evidence, world.experiments]) port.failAll(unavailable());
    const down = { describe: () => Promise.reject(unavailable()) };
    const { result } = await play(collectDiagnostics, {
      ...world,
      alarms: memoryAlarms(world.clock, []),
      ports: { ...world.ports, databases: down as never, caches: down as never },
    });
    expect(result).toMatchObject({ journal: { state: 'compensated' } });
    expect(world.keptFiles.files.size).toBe(0);
  });

  test('is no excuse for a mistake of ours', async () => {
    const world = stage();
    world.evidence.failNext('changes', new Error('a bug'));
    const { journal } = await play(collectDiagnostics, world);
    expect(journal?.state).not.toBe('done');
  });
});

test('neither who a student is nor a secret is in a file', async () => {
  const message = 'error login of ada@example.org failed, password=hunter2-hunter2, key AKIAIOSFODNN7EXAMPLE';
  const world = stage({ logs: [{ at: recently, group: '/aws/ecs/assess-staging-app', message }] });
  await play(collectDiagnostics, world);
  for (const content of world.keptFiles.files.values()) {
    const redacted = redactContent(content);
    for (const secret of ['ada@example.org', 'hunter2', 'AKIAIOSFODNN7EXAMPLE']) expect(redacted).not.toContain(secret);
  }
  expect(JSON.parse(redactContent(world.file('logs.json'))).lines[0].message).toContain('error login of (e-mail address) failed');
});
