// Puts into the emulator what a real account has before Opsdeck comes: a domain with a hosted zone and a certificate.
import { ACMClient, DescribeCertificateCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import type { Emulator } from './emulator/emulator.ts';
import { sdkConfig } from './sdk-config.ts';

export const rehearsalDomain = 'assessments.example.org';

export async function makePrerequisites(emulator: Emulator): Promise<void> {
  const config = sdkConfig(emulator);
  const certificates = new ACMClient(config);
  const zones = new Route53Client(config);
  const request = { DomainName: `*.${rehearsalDomain}`, ValidationMethod: 'DNS' } as const;
  const { CertificateArn } = await certificates.send(new RequestCertificateCommand(request));
  // The emulator issues a certificate when it is looked at.
  await certificates.send(new DescribeCertificateCommand({ CertificateArn }));
  await zones.send(new CreateHostedZoneCommand({ Name: rehearsalDomain, CallerReference: rehearsalDomain }));
}
