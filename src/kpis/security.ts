// The firewall: https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html .
import type { PlatformKpi } from '../define/kpi.ts';
import { quietIsGood, threeOfFive } from './pace.ts';

export const securityKpis: readonly PlatformKpi[] = [
  {
    id: 'blocked-requests',
    title: 'Blocked requests',
    about: 'The firewall blocks far more than at this time of other days: an attack, or a rule that hits students',
    group: 'security',
    layer: 'platform',
    // A model of what is usual needs days of data.
    environments: 'lasting',
    unit: 'Count',
    periodSeconds: 300,
    good: 'low',
    measure: {
      kind: 'metric',
      metric: {
        namespace: 'AWS/WAFV2',
        name: 'BlockedRequests',
        dimensions: { WebACL: 'web-acl', Region: 'region', Rule: { is: 'ALL' } },
        statistic: 'Sum',
      },
    },
    // No number is right by day and by night. Twice the band that CloudWatch proposes, because scans come in bursts:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
    alarm: { threshold: { standardDeviations: 4 }, ...threeOfFive, ...quietIsGood },
    runbook: 'waf-block-ip',
    aborts: [],
  },
];
