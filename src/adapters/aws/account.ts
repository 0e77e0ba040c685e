// Implements the Account port.
import { ACMClient, paginateListCertificates } from '@aws-sdk/client-acm';
import {
  GetOpenIDConnectProviderCommand,
  GetRoleCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
} from '@aws-sdk/client-iam';
import { GetHostedZoneCommand, ListHostedZonesByNameCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account, Certificate, HostedZone, IdentityProvider, TrustedRole } from '../../ports/account.ts';
import { asking, askingFor } from './asking.ts';
import { openBucketSettings } from './bucket-settings.ts';
import type { AwsClientConfig } from './client-config.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openAccount(config: AwsClientConfig): Account {
  const settings = { ...config, ...persistent };
  const iam = new IAMClient(settings);
  const sts = new STSClient(settings);
  return {
    whoAmI: async () => {
      const attempt = { what: 'tell whose credentials these are', permission: 'sts:GetCallerIdentity' };
      const { Account: accountId = '', Arn: arn = '' } = await asking(attempt, () => sts.send(new GetCallerIdentityCommand({})));
      return { accountId, arn };
    },
    identityProvider: (issuer) => findProvider(iam, issuer),
    role: (name) => findRole(iam, name),
    bucket: openBucketSettings(config),
    hostedZone: (domain) => findZone(new Route53Client(settings), domain),
    certificates: (name) => listCertificates(new ACMClient(settings), name),
  };
}

async function findProvider(iam: IAMClient, issuer: string): Promise<IdentityProvider | undefined> {
  const listing = { what: 'list the OIDC providers', permission: 'iam:ListOpenIDConnectProviders' };
  const { OpenIDConnectProviderList: all = [] } = await asking(listing, () =>
    iam.send(new ListOpenIDConnectProvidersCommand({})),
  );
  const arn = all.map(({ Arn = '' }) => Arn).find((each) => each.endsWith(`/${issuer}`));
  if (arn === undefined) return undefined;
  const reading = { what: `read the OIDC provider ${arn}`, permission: 'iam:GetOpenIDConnectProvider' };
  const request = new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn });
  const { ClientIDList: audiences = [] } = await asking(reading, () => iam.send(request));
  return { arn, audiences };
}

async function findRole(iam: IAMClient, name: string): Promise<TrustedRole | undefined> {
  const attempt = { what: `read the role ${name}`, permission: 'iam:GetRole' };
  const found = await askingFor(attempt, isNoSuchEntity, () => iam.send(new GetRoleCommand({ RoleName: name })));
  if (!found?.Role) return undefined;
  const { Arn: arn = '', AssumeRolePolicyDocument: document = '{}', PermissionsBoundary: boundary } = found.Role;
  const boundaryArn = boundary?.PermissionsBoundaryArn;
  // IAM escapes policies like the parts of an address: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
  const trust: unknown = await asking(attempt, async () => JSON.parse(decodeURIComponent(document)));
  return { arn, trust, ...(boundaryArn && { boundaryArn }) };
}

const isNoSuchEntity = (error: unknown): boolean => /^NoSuchEntity/.test(nameOf(error));

async function findZone(route53: Route53Client, domain: string): Promise<HostedZone | undefined> {
  const attempt = { what: `look for the hosted zone ${domain}`, permission: 'route53:ListHostedZonesByName' };
  const request = new ListHostedZonesByNameCommand({ DNSName: domain });
  const { HostedZones: zones = [] } = await asking(attempt, () => route53.send(request));
  const zone = zones.find(({ Name, Config }) => Name === `${domain}.` && Config?.PrivateZone !== true);
  if (!zone) return undefined;
  const reading = { what: `read the hosted zone ${domain}`, permission: 'route53:GetHostedZone' };
  const { DelegationSet } = await asking(reading, () => route53.send(new GetHostedZoneCommand({ Id: zone.Id })));
  return { id: (zone.Id ?? '').replace('/hostedzone/', ''), nameServers: DelegationSet?.NameServers ?? [] };
}

async function listCertificates(acm: ACMClient, name: string): Promise<readonly Certificate[]> {
  const attempt = { what: 'list the certificates', permission: 'acm:ListCertificates' };
  // Without key types, only those of RSA 2048 are told: https://docs.aws.amazon.com/acm/latest/APIReference/API_Filters.html
  const keyTypes = ['RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'] as const;
  const pages = paginateListCertificates({ client: acm }, { Includes: { keyTypes: [...keyTypes] } });
  const all = await asking(attempt, () => everyPage(pages, (page) => page.CertificateSummaryList));
  return all
    .filter(({ DomainName, SubjectAlternativeNameSummaries: others = [] }) => [DomainName, ...others].includes(name))
    .map(({ CertificateArn: arn = '', Status: status = '' }) => ({ arn, status }));
}
