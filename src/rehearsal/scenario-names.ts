// What can be rehearsed; apart from the scenarios themselves, which take a while to load.

export const scenarioNames = ['pull-request', 'platform', 'game-day', 'deploy', 'runbooks', 'own'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export function isScenarioName(text: string): text is ScenarioName {
  return scenarioNames.some((name) => name === text);
}
