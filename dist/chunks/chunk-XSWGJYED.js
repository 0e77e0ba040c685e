import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  ENV_KEY,
  ENV_SECRET,
  fromEnv
} from "./chunk-VQSP43VP.js";
import {
  CredentialsProviderError,
  ENV_PROFILE,
  chain
} from "./chunk-PABG3G7K.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/adapters/aws/refusals.ts
var refusals = [
  {
    code: "aws/bucket-missing",
    matches: /NoSuchBucket/,
    what: "the bucket does not exist",
    next: () => "Create it by deploying the bootstrap stack, or correct its name."
  },
  {
    code: "aws/credentials-expired",
    matches: /ExpiredToken|RequestExpired|TokenRefreshRequired/,
    what: "the AWS credentials have expired",
    next: () => "Get new ones and run again; for longer runs, raise the maximum session duration of the role."
  },
  {
    code: "aws/no-credentials",
    matches: /CredentialsProviderError|Could not load credentials/,
    what: "there are no AWS credentials",
    next: () => "Give the job a role (aws-actions/configure-aws-credentials, permission id-token: write)."
  },
  {
    code: "aws/credentials-rejected",
    matches: /InvalidAccessKeyId|SignatureDoesNotMatch|UnrecognizedClient|InvalidClientTokenId/,
    what: "AWS does not accept the credentials",
    next: () => "Check with `aws sts get-caller-identity` whose they are, and that they belong to this account."
  },
  {
    code: "aws/access-denied",
    matches: /AccessDenied|Forbidden|UnauthorizedOperation|AuthorizationError/,
    what: "AWS denied it",
    next: ({ permission }) => `Allow ${permission} in the policy of the role; a permissions boundary may forbid it, too.`
  },
  {
    code: "aws/throttled",
    matches: /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|Rate exceeded/,
    what: "AWS throttles the requests of this account",
    next: () => "Run again in a few minutes: whatever else asks AWS in this account and region takes its share."
  },
  {
    code: "aws/unavailable",
    matches: /ServiceUnavailable|ServerException|InternalService|InternalFailure|InternalError|HTTP 50[0234]/,
    what: "AWS has trouble of its own",
    next: () => "Run again in a few minutes; https://health.aws.amazon.com tells whether others have it, too."
  },
  {
    code: "aws/unreachable",
    matches: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|TimeoutError/,
    what: "nothing answers there",
    next: () => "Check the network and the region, and AWS_ENDPOINT_URL where one is set."
  }
];
function explain(attempt, error) {
  const words = wordsOf(error);
  const known = refusals.find(({ matches }) => matches.test(words));
  return failure({
    code: known?.code ?? "aws/request-failed",
    what: `Could not ${attempt.what}: ${known?.what ?? messageOf(error)}.`,
    next: known?.next(attempt) ?? "Read the message of AWS above, correct its cause, and run again.",
    details: known ? [messageOf(error)] : [],
    cause: error
  });
}
function statusOf(error) {
  return error?.$metadata?.httpStatusCode;
}
function nameOf(error) {
  return error instanceof Error ? error.name : "";
}
function triesOf(error) {
  return error?.$metadata?.attempts ?? 1;
}
function wordsOf(error) {
  const code = String(error?.code ?? "");
  return [nameOf(error), code, messageOf(error), `HTTP ${statusOf(error) ?? "without an answer"}`].join(" ");
}
function messageOf(error) {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\.$/, "");
}

// src/adapters/aws/persistent.ts
var callTimeoutMs = 1e4;
var mostAttempts = 5;
var persistent = {
  retryMode: "adaptive",
  maxAttempts: mostAttempts,
  requestHandler: {
    connectionTimeout: 3e3,
    requestTimeout: callTimeoutMs,
    throwOnRequestTimeout: true,
    // The former waits for the answer to begin only.
    socketTimeout: callTimeoutMs
  }
};
var persistentEach = { ...persistent, retryMode: "standard" };

// node_modules/@aws-sdk/credential-provider-node/dist-es/remoteProvider.js
var ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
var remoteProvider = async (init) => {
  const { ENV_CMDS_FULL_URI, ENV_CMDS_RELATIVE_URI, fromContainerMetadata, fromInstanceMetadata } = await import("./dist-es-CMSAWBEX.js");
  if (process.env[ENV_CMDS_RELATIVE_URI] || process.env[ENV_CMDS_FULL_URI]) {
    init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");
    const { fromHttp } = await import("./dist-es-H7NQ4ATE.js");
    return chain(fromHttp(init), fromContainerMetadata(init));
  }
  if (process.env[ENV_IMDS_DISABLED] && process.env[ENV_IMDS_DISABLED] !== "false") {
    return async () => {
      throw new CredentialsProviderError("EC2 Instance Metadata Service access disabled", { logger: init.logger });
    };
  }
  init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata");
  return fromInstanceMetadata(init);
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/runtime/memoize-chain.js
function memoizeChain(providers, treatAsExpired) {
  const chain2 = internalCreateChain(providers);
  let activeLock;
  let passiveLock;
  let credentials;
  let forceRefreshLock;
  const provider = async (options) => {
    if (options?.forceRefresh) {
      if (!forceRefreshLock) {
        forceRefreshLock = chain2(options).then((c) => {
          credentials = c;
        }).finally(() => {
          forceRefreshLock = void 0;
        });
      }
      await forceRefreshLock;
      return credentials;
    }
    if (credentials?.expiration) {
      if (credentials?.expiration?.getTime() < Date.now()) {
        credentials = void 0;
      }
    }
    if (activeLock) {
      await activeLock;
    } else if (!credentials || treatAsExpired?.(credentials)) {
      if (credentials) {
        if (!passiveLock) {
          passiveLock = chain2(options).then((c) => {
            credentials = c;
          }).catch(() => {
          }).finally(() => {
            passiveLock = void 0;
          });
        }
      } else {
        activeLock = chain2(options).then((c) => {
          credentials = c;
        }).finally(() => {
          activeLock = void 0;
        });
        return provider(options);
      }
    }
    return credentials;
  };
  return provider;
}
var internalCreateChain = (providers) => async (awsIdentityProperties) => {
  let lastProviderError;
  for (const provider of providers) {
    try {
      return await provider(awsIdentityProperties);
    } catch (err) {
      lastProviderError = err;
      if (err?.tryNextLink) {
        continue;
      }
      throw err;
    }
  }
  throw lastProviderError;
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js
var multipleCredentialSourceWarningEmitted = false;
var defaultProvider = (init = {}) => memoizeChain([
  async () => {
    const profile = init.profile ?? process.env[ENV_PROFILE];
    if (profile) {
      const envStaticCredentialsAreSet = process.env[ENV_KEY] && process.env[ENV_SECRET];
      if (envStaticCredentialsAreSet) {
        if (!multipleCredentialSourceWarningEmitted) {
          const warnFn = init.logger?.warn && init.logger?.constructor?.name !== "NoOpLogger" ? init.logger.warn.bind(init.logger) : console.warn;
          warnFn(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`);
          multipleCredentialSourceWarningEmitted = true;
        }
      }
      throw new CredentialsProviderError("AWS_PROFILE is set, skipping fromEnv provider.", {
        logger: init.logger,
        tryNextLink: true
      });
    }
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv");
    return fromEnv(init)();
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");
    const { ssoStartUrl, ssoAccountId, ssoRegion, ssoRoleName, ssoSession } = init;
    if (!ssoStartUrl && !ssoAccountId && !ssoRegion && !ssoRoleName && !ssoSession) {
      throw new CredentialsProviderError("Skipping SSO provider in default chain (inputs do not include SSO fields).", { logger: init.logger });
    }
    const { fromSSO } = await import("./dist-es-7OVK6PQ4.js");
    return fromSSO(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");
    const { fromIni } = await import("./dist-es-RVNQ3FLG.js");
    return fromIni(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");
    const { fromProcess } = await import("./dist-es-WHEXJRH5.js");
    return fromProcess(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");
    const { fromTokenFile } = await import("./dist-es-CGBQTVZ5.js");
    return fromTokenFile(init)(awsIdentityProperties);
  },
  async () => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider");
    return (await remoteProvider(init))();
  },
  async () => {
    throw new CredentialsProviderError("Could not load credentials from any providers", {
      tryNextLink: false,
      logger: init.logger
    });
  }
], credentialsTreatedAsExpired);
var credentialsTreatedAsExpired = (credentials) => credentials?.expiration !== void 0 && credentials.expiration.getTime() - Date.now() < 3e5;

export {
  defaultProvider,
  explain,
  statusOf,
  nameOf,
  triesOf,
  mostAttempts,
  persistent,
  persistentEach
};
