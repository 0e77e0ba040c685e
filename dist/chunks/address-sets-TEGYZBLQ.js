import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  DescribeAddresses$,
  EC2Client,
  _ep0,
  _mw0,
  command
} from "./chunk-WPSCICTV.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  defaultProvider,
  nameOf,
  persistent
} from "./chunk-XSWGJYED.js";
import "./chunk-VQSP43VP.js";
import {
  AwsJson1_1Protocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-HBTZUIIR.js";
import "./chunk-77PC44XF.js";
import {
  Sha256Node
} from "./chunk-VYHRLSD2.js";
import {
  NodeHttpHandler
} from "./chunk-D2ORXGE3.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-7YUU5ONS.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunk-PABG3G7K.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-TYMLWU77.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeAddressesCommand.js
var DescribeAddressesCommand = class extends command(_ep0, _mw0, "DescribeAddresses", DescribeAddresses$) {
};

// node_modules/@aws-sdk/client-wafv2/dist-es/auth/httpAuthSchemeProvider.js
var defaultWAFV2HttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "wafv2",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultWAFV2HttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-wafv2/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "wafv2"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-wafv2/package.json
var package_default = {
  name: "@aws-sdk/client-wafv2",
  version: "3.1141.0",
  description: "AWS SDK for JavaScript Wafv2 Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-wafv2",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-wafv2"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.978.1",
    "@aws-sdk/credential-provider-node": "^3.972.84",
    "@aws-sdk/types": "^3.974.6",
    "@smithy/core": "^3.35.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.12.1",
    "@smithy/types": "^4.19.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-wafv2/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://wafv2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://wafv2-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://wafv2.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://wafv2.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  12,
  3,
  1,
  4,
  r + 11,
  2,
  5,
  r + 11,
  3,
  8,
  6,
  4,
  7,
  r + 10,
  5,
  r + 8,
  r + 9,
  4,
  10,
  9,
  6,
  r + 6,
  r + 7,
  5,
  11,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  13,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-wafv2/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-wafv2/dist-es/models/WAFV2ServiceException.js
var WAFV2ServiceException = class _WAFV2ServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _WAFV2ServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-wafv2/dist-es/models/errors.js
var WAFFeatureNotIncludedInPricingPlanException = class _WAFFeatureNotIncludedInPricingPlanException extends WAFV2ServiceException {
  name = "WAFFeatureNotIncludedInPricingPlanException";
  $fault = "client";
  Message;
  DisallowedFeatures;
  constructor(opts) {
    super({
      name: "WAFFeatureNotIncludedInPricingPlanException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFFeatureNotIncludedInPricingPlanException.prototype);
    this.Message = opts.Message;
    this.DisallowedFeatures = opts.DisallowedFeatures;
  }
};
var WAFInternalErrorException = class _WAFInternalErrorException extends WAFV2ServiceException {
  name = "WAFInternalErrorException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "WAFInternalErrorException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFInternalErrorException.prototype);
    this.Message = opts.Message;
  }
};
var WAFInvalidOperationException = class _WAFInvalidOperationException extends WAFV2ServiceException {
  name = "WAFInvalidOperationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFInvalidOperationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFInvalidOperationException.prototype);
    this.Message = opts.Message;
  }
};
var WAFInvalidParameterException = class _WAFInvalidParameterException extends WAFV2ServiceException {
  name = "WAFInvalidParameterException";
  $fault = "client";
  Field;
  Parameter;
  Reason;
  constructor(opts) {
    super({
      name: "WAFInvalidParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFInvalidParameterException.prototype);
    this.Field = opts.Field;
    this.Parameter = opts.Parameter;
    this.Reason = opts.Reason;
  }
};
var WAFLimitsExceededException = class _WAFLimitsExceededException extends WAFV2ServiceException {
  name = "WAFLimitsExceededException";
  $fault = "client";
  Message;
  SourceType;
  constructor(opts) {
    super({
      name: "WAFLimitsExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFLimitsExceededException.prototype);
    this.Message = opts.Message;
    this.SourceType = opts.SourceType;
  }
};
var WAFNonexistentItemException = class _WAFNonexistentItemException extends WAFV2ServiceException {
  name = "WAFNonexistentItemException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFNonexistentItemException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFNonexistentItemException.prototype);
    this.Message = opts.Message;
  }
};
var WAFUnavailableEntityException = class _WAFUnavailableEntityException extends WAFV2ServiceException {
  name = "WAFUnavailableEntityException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFUnavailableEntityException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFUnavailableEntityException.prototype);
    this.Message = opts.Message;
  }
};
var WAFExpiredManagedRuleGroupVersionException = class _WAFExpiredManagedRuleGroupVersionException extends WAFV2ServiceException {
  name = "WAFExpiredManagedRuleGroupVersionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFExpiredManagedRuleGroupVersionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFExpiredManagedRuleGroupVersionException.prototype);
    this.Message = opts.Message;
  }
};
var WAFInvalidResourceException = class _WAFInvalidResourceException extends WAFV2ServiceException {
  name = "WAFInvalidResourceException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFInvalidResourceException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFInvalidResourceException.prototype);
    this.Message = opts.Message;
  }
};
var WAFSubscriptionNotFoundException = class _WAFSubscriptionNotFoundException extends WAFV2ServiceException {
  name = "WAFSubscriptionNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFSubscriptionNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFSubscriptionNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var WAFDuplicateItemException = class _WAFDuplicateItemException extends WAFV2ServiceException {
  name = "WAFDuplicateItemException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFDuplicateItemException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFDuplicateItemException.prototype);
    this.Message = opts.Message;
  }
};
var WAFOptimisticLockException = class _WAFOptimisticLockException extends WAFV2ServiceException {
  name = "WAFOptimisticLockException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFOptimisticLockException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFOptimisticLockException.prototype);
    this.Message = opts.Message;
  }
};
var WAFTagOperationException = class _WAFTagOperationException extends WAFV2ServiceException {
  name = "WAFTagOperationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFTagOperationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFTagOperationException.prototype);
    this.Message = opts.Message;
  }
};
var WAFTagOperationInternalErrorException = class _WAFTagOperationInternalErrorException extends WAFV2ServiceException {
  name = "WAFTagOperationInternalErrorException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "WAFTagOperationInternalErrorException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFTagOperationInternalErrorException.prototype);
    this.Message = opts.Message;
  }
};
var WAFConfigurationWarningException = class _WAFConfigurationWarningException extends WAFV2ServiceException {
  name = "WAFConfigurationWarningException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFConfigurationWarningException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFConfigurationWarningException.prototype);
    this.Message = opts.Message;
  }
};
var WAFAssociatedItemException = class _WAFAssociatedItemException extends WAFV2ServiceException {
  name = "WAFAssociatedItemException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFAssociatedItemException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFAssociatedItemException.prototype);
    this.Message = opts.Message;
  }
};
var WAFUnsupportedAggregateKeyTypeException = class _WAFUnsupportedAggregateKeyTypeException extends WAFV2ServiceException {
  name = "WAFUnsupportedAggregateKeyTypeException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFUnsupportedAggregateKeyTypeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFUnsupportedAggregateKeyTypeException.prototype);
    this.Message = opts.Message;
  }
};
var WAFLogDestinationPermissionIssueException = class _WAFLogDestinationPermissionIssueException extends WAFV2ServiceException {
  name = "WAFLogDestinationPermissionIssueException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFLogDestinationPermissionIssueException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFLogDestinationPermissionIssueException.prototype);
    this.Message = opts.Message;
  }
};
var WAFServiceLinkedRoleErrorException = class _WAFServiceLinkedRoleErrorException extends WAFV2ServiceException {
  name = "WAFServiceLinkedRoleErrorException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "WAFServiceLinkedRoleErrorException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFServiceLinkedRoleErrorException.prototype);
  }
};
var WAFInvalidPermissionPolicyException = class _WAFInvalidPermissionPolicyException extends WAFV2ServiceException {
  name = "WAFInvalidPermissionPolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "WAFInvalidPermissionPolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WAFInvalidPermissionPolicyException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-wafv2/dist-es/schemas/schemas_0.js
var _A = "Action";
var _AA = "AllowAction";
var _AAp = "ApplicationAttribute";
var _AApp = "ApplicationAttributes";
var _AC = "ActionCondition";
var _ACp = "ApplicationConfig";
var _ACs = "AssociationConfig";
var _AF = "AddressField";
var _AFd = "AddressFields";
var _AKT = "AggregateKeyType";
var _AL = "AsnList";
var _ALBLRM = "ALBLowReputationMode";
var _AMS = "AsnMatchStatement";
var _APIK = "APIKey";
var _APIKS = "APIKeySummary";
var _AQA = "AllQueryArguments";
var _ARN = "ARN";
var _AS = "AndStatement";
var _ASN = "ASN";
var _ATU = "ActionToUse";
var _AWSMRACFPRS = "AWSManagedRulesACFPRuleSet";
var _AWSMRADDSRS = "AWSManagedRulesAntiDDoSRuleSet";
var _AWSMRATPRS = "AWSManagedRulesATPRuleSet";
var _AWSMRBCRS = "AWSManagedRulesBotControlRuleSet";
var _Ad = "Addresses";
var _Al = "All";
var _All = "Allow";
var _Am = "Amount";
var _At = "Attributes";
var _B = "Body";
var _BA = "BlockAction";
var _BCo = "BodyContains";
var _BMS = "ByteMatchStatement";
var _Be = "Behavior";
var _Bl = "Block";
var _C = "Capacity";
var _CA = "CaptchaAction";
var _CAPIKR = "CreateAPIKeyRequest";
var _CAh = "ChallengeAction";
var _CAo = "CountAction";
var _CC = "CaptchaConfig";
var _CCh = "ChallengeConfig";
var _CCo = "CountryCodes";
var _CCr = "CryptoConfig";
var _CHTTPH = "CustomHTTPHeader";
var _CHTTPHu = "CustomHTTPHeaders";
var _CIPSR = "CreateIPSetRequest";
var _CK = "CustomKeys";
var _CM = "CurrencyMode";
var _CMP = "CookieMatchPattern";
var _CO = "ComparisonOperator";
var _CP = "CreationPath";
var _CR = "CustomResponse";
var _CRB = "CustomResponseBodies";
var _CRBK = "CustomResponseBodyKey";
var _CRBu = "CustomResponseBody";
var _CRH = "CustomRequestHandling";
var _CSA = "ClientSideAction";
var _CSAC = "ClientSideActionConfig";
var _CT = "CreationTimestamp";
var _CTo = "ContentType";
var _CWACLR = "CreateWebACLRequest";
var _CWME = "CloudWatchMetricsEnabled";
var _Cap = "Captcha";
var _Ch = "Challenge";
var _Cha = "Chain";
var _Co = "Condition";
var _Con = "Content";
var _Cond = "Conditions";
var _Coo = "Cookies";
var _Cook = "Cookie";
var _Coun = "Count";
var _Cu = "Currency";
var _D = "Description";
var _DA = "DefaultAction";
var _DB = "DefaultBehavior";
var _DF = "DisallowedFeatures";
var _DFi = "DisallowedFeature";
var _DP = "DataProtection";
var _DPC = "DataProtectionConfig";
var _DPa = "DataProtections";
var _DSIL = "DefaultSizeInspectionLimit";
var _EC = "ExcludedCookies";
var _EF = "EmailField";
var _EH = "ExcludedHeaders";
var _EML = "EnableMachineLearning";
var _ER = "ExcludedRule";
var _ERBD = "ExcludeRateBasedDetails";
var _ERIP = "EnableRegexInPath";
var _ERMD = "ExcludeRuleMatchDetails";
var _ERx = "ExcludedRules";
var _EURE = "ExemptUriRegularExpressions";
var _EWS = "EvaluationWindowSec";
var _F = "Field";
var _FB = "FallbackBehavior";
var _FC = "FailureCodes";
var _FIP = "ForwardedIP";
var _FIPC = "ForwardedIPConfig";
var _FK = "FieldKeys";
var _FMRG = "FirewallManagerRuleGroup";
var _FMRGi = "FirewallManagerRuleGroups";
var _FMS = "FirewallManagerStatement";
var _FSa = "FailureStrings";
var _FT = "FieldType";
var _FTM = "FieldToMatch";
var _FTP = "FieldToProtect";
var _FV = "FailureValues";
var _Fe = "Feature";
var _Fi = "Filter";
var _Fil = "Filters";
var _GDAPIKRe = "GetDecryptedAPIKeyResponse";
var _GIPS = "GetIPSet";
var _GIPSR = "GetIPSetRequest";
var _GIPSRe = "GetIPSetResponse";
var _GMS = "GeoMatchStatement";
var _H = "Headers";
var _HMP = "HeaderMatchPattern";
var _HN = "HeaderName";
var _HO = "HeaderOrder";
var _HTTPM = "HTTPMethod";
var _He = "Header";
var _I = "Identifier";
var _IC = "IncludedCookies";
var _IFB = "InvalidFallbackBehavior";
var _IH = "InsertHeaders";
var _IHn = "IncludedHeaders";
var _IL = "InspectionLevel";
var _IP = "IncludedPaths";
var _IPAV = "IPAddressVersion";
var _IPS = "IPSet";
var _IPSFIPC = "IPSetForwardedIPConfig";
var _IPSRS = "IPSetReferenceStatement";
var _IPSS = "IPSetSummary";
var _IPSSe = "IPSetSummaries";
var _IPSe = "IPSets";
var _IP_ = "IP";
var _IT = "ImmunityTime";
var _ITP = "ImmunityTimeProperty";
var _Id = "Id";
var _J = "Json";
var _JAF = "JA3Fingerprint";
var _JAFi = "JA4Fingerprint";
var _JB = "JsonBody";
var _JMP = "JsonMatchPattern";
var _K = "Key";
var _L = "Limit";
var _LC = "LoggingConfiguration";
var _LDC = "LogDestinationConfigs";
var _LF = "LoggingFilter";
var _LIPS = "ListIPSets";
var _LIPSR = "ListIPSetsRequest";
var _LIPSRi = "ListIPSetsResponse";
var _LMS = "LabelMatchStatement";
var _LN = "LabelNamespace";
var _LNC = "LabelNameCondition";
var _LNa = "LabelName";
var _LP = "LoginPath";
var _LRFWACLRi = "ListResourcesForWebACLResponse";
var _LS = "LogScope";
var _LT = "LockToken";
var _LTFR = "ListTagsForResource";
var _LTFRR = "ListTagsForResourceRequest";
var _LTFRRi = "ListTagsForResourceResponse";
var _LTo = "LogType";
var _La = "Label";
var _Lab = "Labels";
var _M = "Message";
var _MA = "MonetizeAction";
var _MBFM = "ManagedByFirewallManager";
var _MC = "MonetizationConfig";
var _MF = "MonetizationFilter";
var _MN = "MetricName";
var _MP = "MatchPattern";
var _MRGC = "ManagedRuleGroupConfig";
var _MRGCa = "ManagedRuleGroupConfigs";
var _MRGS = "ManagedRuleGroupStatement";
var _MS = "MatchScope";
var _Me = "Method";
var _Mo = "Monetize";
var _N = "Name";
var _NA = "NoneAction";
var _NLT = "NextLockToken";
var _NM = "NextMarker";
var _NS = "NotStatement";
var _Na = "Namespace";
var _No = "None";
var _OA = "OverrideAction";
var _OH = "OversizeHandling";
var _OS = "OrStatement";
var _OSDDSPC = "OnSourceDDoSProtectionConfig";
var _P = "Parameter";
var _PC = "PositionalConstraint";
var _PF = "PasswordField";
var _PM = "PriceMultiplier";
var _PN = "PaymentNetworks";
var _PNF = "PhoneNumberField";
var _PNFh = "PhoneNumberFields";
var _PNa = "PaymentNetwork";
var _PPFMRG = "PreProcessFirewallManagerRuleGroups";
var _PPFMRGo = "PostProcessFirewallManagerRuleGroups";
var _PPTT = "PreParseTextTransformations";
var _PPTTr = "PreParseTextTransformation";
var _PTa = "PayloadType";
var _Pos = "Position";
var _Pr = "Priority";
var _Pri = "Prices";
var _Pric = "Price";
var _QA = "QueryArgument";
var _QS = "QueryString";
var _R = "Reason";
var _RA = "ResourceArn";
var _RAO = "RuleActionOverrides";
var _RAOu = "RuleActionOverride";
var _RARN = "ResourceARN";
var _RAe = "ResourceArns";
var _RAu = "RuleAction";
var _RB = "RequestBody";
var _RBARTC = "RequestBodyAssociatedResourceTypeConfig";
var _RBFM = "RetrofittedByFirewallManager";
var _RBS = "RateBasedStatement";
var _RBSCK = "RateBasedStatementCustomKey";
var _RBSCKa = "RateBasedStatementCustomKeys";
var _RBSMKIPS = "RateBasedStatementManagedKeysIPSet";
var _RCe = "ResponseCode";
var _REL = "RegularExpressionList";
var _RF = "RedactedFields";
var _RGRS = "RuleGroupReferenceStatement";
var _RH = "ResponseHeaders";
var _RI = "RequestInspection";
var _RIACFP = "RequestInspectionACFP";
var _RIBC = "ResponseInspectionBodyContains";
var _RIH = "ResponseInspectionHeader";
var _RIJ = "ResponseInspectionJson";
var _RISC = "ResponseInspectionStatusCode";
var _RIe = "ResponseInspection";
var _RL = "RuleLabels";
var _RLA = "RateLimitAsn";
var _RLC = "RateLimitCookie";
var _RLFIP = "RateLimitForwardedIP";
var _RLH = "RateLimitHeader";
var _RLHTTPM = "RateLimitHTTPMethod";
var _RLIP = "RateLimitIP";
var _RLJAF = "RateLimitJA3Fingerprint";
var _RLJAFa = "RateLimitJA4Fingerprint";
var _RLLN = "RateLimitLabelNamespace";
var _RLQA = "RateLimitQueryArgument";
var _RLQS = "RateLimitQueryString";
var _RLUP = "RateLimitUriPath";
var _RMS = "RegexMatchStatement";
var _RPP = "RegistrationPagePath";
var _RPPe = "RequiredPricingPlan";
var _RPSRS = "RegexPatternSetReferenceStatement";
var _RSe = "RegexString";
var _Re = "Requirement";
var _Reg = "Regex";
var _Ru = "Rules";
var _Rul = "Rule";
var _S = "Statements";
var _SCS = "SizeConstraintStatement";
var _SCt = "StatusCode";
var _SCu = "SuccessCodes";
var _SDS = "ScopeDownStatement";
var _SH = "SingleHeader";
var _SL = "SensitivityLevel";
var _SMS = "SqliMatchStatement";
var _SQA = "SingleQueryArgument";
var _SRE = "SampledRequestsEnabled";
var _SS = "SearchString";
var _SSu = "SuccessStrings";
var _ST = "SourceType";
var _STB = "SensitivityToBlock";
var _SV = "SuccessValues";
var _Sc = "Scope";
var _Se = "Sensitivity";
var _Si = "Size";
var _St = "Statement";
var _T = "Tags";
var _TD = "TokenDomains";
var _TIFR = "TagInfoForResource";
var _TK = "TagKeys";
var _TL = "TagList";
var _TR = "TagResource";
var _TRR = "TagResourceRequest";
var _TRRa = "TagResourceResponse";
var _TT = "TextTransformations";
var _TTe = "TextTransformation";
var _Ta = "Tag";
var _Ty = "Type";
var _UF = "UriFragment";
var _UFs = "UsernameField";
var _UIPS = "UpdateIPSet";
var _UIPSR = "UpdateIPSetRequest";
var _UIPSRp = "UpdateIPSetResponse";
var _UOA = "UsageOfAction";
var _UP = "UriPath";
var _UR = "UntagResource";
var _URR = "UntagResourceRequest";
var _URRn = "UntagResourceResponse";
var _UWACLR = "UpdateWebACLRequest";
var _V = "Version";
var _VC = "VisibilityConfig";
var _VN = "VendorName";
var _Va = "Values";
var _Val = "Value";
var _WA = "WalletAddress";
var _WACL = "WebACL";
var _WAFAIE = "WAFAssociatedItemException";
var _WAFCWE = "WAFConfigurationWarningException";
var _WAFDIE = "WAFDuplicateItemException";
var _WAFEMRGVE = "WAFExpiredManagedRuleGroupVersionException";
var _WAFFNIIPPE = "WAFFeatureNotIncludedInPricingPlanException";
var _WAFIEE = "WAFInternalErrorException";
var _WAFIOE = "WAFInvalidOperationException";
var _WAFIPE = "WAFInvalidParameterException";
var _WAFIPPE = "WAFInvalidPermissionPolicyException";
var _WAFIRE = "WAFInvalidResourceException";
var _WAFLDPIE = "WAFLogDestinationPermissionIssueException";
var _WAFLEE = "WAFLimitsExceededException";
var _WAFNIE = "WAFNonexistentItemException";
var _WAFOLE = "WAFOptimisticLockException";
var _WAFSLREE = "WAFServiceLinkedRoleErrorException";
var _WAFSNFE = "WAFSubscriptionNotFoundException";
var _WAFTOE = "WAFTagOperationException";
var _WAFTOIEE = "WAFTagOperationInternalErrorException";
var _WAFUAKTE = "WAFUnsupportedAggregateKeyTypeException";
var _WAFUEE = "WAFUnavailableEntityException";
var _XMS = "XssMatchStatement";
var _c = "client";
var _e = "error";
var _m = "message";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.wafv2";
var _se = "server";
var n0 = "com.amazonaws.wafv2";
var _s_registry = new TypeRegistry(_s);
var WAFV2ServiceException$ = [-3, _s, "WAFV2ServiceException", 0, [], []];
_s_registry.registerError(WAFV2ServiceException$, WAFV2ServiceException);
var n0_registry = new TypeRegistry(n0);
var WAFAssociatedItemException$ = [
  -3,
  n0,
  _WAFAIE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFAssociatedItemException$, WAFAssociatedItemException);
var WAFConfigurationWarningException$ = [
  -3,
  n0,
  _WAFCWE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFConfigurationWarningException$, WAFConfigurationWarningException);
var WAFDuplicateItemException$ = [
  -3,
  n0,
  _WAFDIE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFDuplicateItemException$, WAFDuplicateItemException);
var WAFExpiredManagedRuleGroupVersionException$ = [
  -3,
  n0,
  _WAFEMRGVE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFExpiredManagedRuleGroupVersionException$, WAFExpiredManagedRuleGroupVersionException);
var WAFFeatureNotIncludedInPricingPlanException$ = [
  -3,
  n0,
  _WAFFNIIPPE,
  { [_e]: _c },
  [_M, _DF],
  [0, () => DisallowedFeatures]
];
n0_registry.registerError(WAFFeatureNotIncludedInPricingPlanException$, WAFFeatureNotIncludedInPricingPlanException);
var WAFInternalErrorException$ = [
  -3,
  n0,
  _WAFIEE,
  { [_e]: _se },
  [_M],
  [0]
];
n0_registry.registerError(WAFInternalErrorException$, WAFInternalErrorException);
var WAFInvalidOperationException$ = [
  -3,
  n0,
  _WAFIOE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFInvalidOperationException$, WAFInvalidOperationException);
var WAFInvalidParameterException$ = [
  -3,
  n0,
  _WAFIPE,
  { [_e]: _c },
  [_m, _F, _P, _R],
  [0, 0, 0, 0]
];
n0_registry.registerError(WAFInvalidParameterException$, WAFInvalidParameterException);
var WAFInvalidPermissionPolicyException$ = [
  -3,
  n0,
  _WAFIPPE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFInvalidPermissionPolicyException$, WAFInvalidPermissionPolicyException);
var WAFInvalidResourceException$ = [
  -3,
  n0,
  _WAFIRE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFInvalidResourceException$, WAFInvalidResourceException);
var WAFLimitsExceededException$ = [
  -3,
  n0,
  _WAFLEE,
  { [_e]: _c },
  [_M, _ST],
  [0, 0]
];
n0_registry.registerError(WAFLimitsExceededException$, WAFLimitsExceededException);
var WAFLogDestinationPermissionIssueException$ = [
  -3,
  n0,
  _WAFLDPIE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFLogDestinationPermissionIssueException$, WAFLogDestinationPermissionIssueException);
var WAFNonexistentItemException$ = [
  -3,
  n0,
  _WAFNIE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFNonexistentItemException$, WAFNonexistentItemException);
var WAFOptimisticLockException$ = [
  -3,
  n0,
  _WAFOLE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFOptimisticLockException$, WAFOptimisticLockException);
var WAFServiceLinkedRoleErrorException$ = [
  -3,
  n0,
  _WAFSLREE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(WAFServiceLinkedRoleErrorException$, WAFServiceLinkedRoleErrorException);
var WAFSubscriptionNotFoundException$ = [
  -3,
  n0,
  _WAFSNFE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFSubscriptionNotFoundException$, WAFSubscriptionNotFoundException);
var WAFTagOperationException$ = [
  -3,
  n0,
  _WAFTOE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFTagOperationException$, WAFTagOperationException);
var WAFTagOperationInternalErrorException$ = [
  -3,
  n0,
  _WAFTOIEE,
  { [_e]: _se },
  [_M],
  [0]
];
n0_registry.registerError(WAFTagOperationInternalErrorException$, WAFTagOperationInternalErrorException);
var WAFUnavailableEntityException$ = [
  -3,
  n0,
  _WAFUEE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFUnavailableEntityException$, WAFUnavailableEntityException);
var WAFUnsupportedAggregateKeyTypeException$ = [
  -3,
  n0,
  _WAFUAKTE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(WAFUnsupportedAggregateKeyTypeException$, WAFUnsupportedAggregateKeyTypeException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var ActionCondition$ = [
  3,
  n0,
  _AC,
  0,
  [_A],
  [0],
  1
];
var AddressField$ = [
  3,
  n0,
  _AF,
  0,
  [_I],
  [0],
  1
];
var All$ = [
  3,
  n0,
  _Al,
  0,
  [],
  []
];
var AllowAction$ = [
  3,
  n0,
  _AA,
  0,
  [_CRH],
  [() => CustomRequestHandling$]
];
var AllQueryArguments$ = [
  3,
  n0,
  _AQA,
  0,
  [],
  []
];
var AndStatement$ = [
  3,
  n0,
  _AS,
  0,
  [_S],
  [() => Statements],
  1
];
var APIKeySummary$ = [
  3,
  n0,
  _APIKS,
  0,
  [_TD, _APIK, _CT, _V],
  [64 | 0, 0, 4, 1]
];
var ApplicationAttribute$ = [
  3,
  n0,
  _AAp,
  0,
  [_N, _Va],
  [0, 64 | 0]
];
var ApplicationConfig$ = [
  3,
  n0,
  _ACp,
  0,
  [_At],
  [() => ApplicationAttributes]
];
var AsnMatchStatement$ = [
  3,
  n0,
  _AMS,
  0,
  [_AL, _FIPC],
  [64 | 1, () => ForwardedIPConfig$],
  1
];
var AssociationConfig$ = [
  3,
  n0,
  _ACs,
  0,
  [_RB],
  [() => RequestBody]
];
var AWSManagedRulesACFPRuleSet$ = [
  3,
  n0,
  _AWSMRACFPRS,
  0,
  [_CP, _RPP, _RI, _RIe, _ERIP],
  [0, 0, () => RequestInspectionACFP$, () => ResponseInspection$, 2],
  3
];
var AWSManagedRulesAntiDDoSRuleSet$ = [
  3,
  n0,
  _AWSMRADDSRS,
  0,
  [_CSAC, _STB],
  [() => ClientSideActionConfig$, 0],
  1
];
var AWSManagedRulesATPRuleSet$ = [
  3,
  n0,
  _AWSMRATPRS,
  0,
  [_LP, _RI, _RIe, _ERIP],
  [0, () => RequestInspection$, () => ResponseInspection$, 2],
  1
];
var AWSManagedRulesBotControlRuleSet$ = [
  3,
  n0,
  _AWSMRBCRS,
  0,
  [_IL, _EML],
  [0, 2],
  1
];
var BlockAction$ = [
  3,
  n0,
  _BA,
  0,
  [_CR],
  [() => CustomResponse$]
];
var Body$ = [
  3,
  n0,
  _B,
  0,
  [_OH],
  [0]
];
var ByteMatchStatement$ = [
  3,
  n0,
  _BMS,
  0,
  [_SS, _FTM, _TT, _PC, _PPTT],
  [21, () => FieldToMatch$, () => TextTransformations, 0, () => PreParseTextTransformations],
  4
];
var CaptchaAction$ = [
  3,
  n0,
  _CA,
  0,
  [_CRH],
  [() => CustomRequestHandling$]
];
var CaptchaConfig$ = [
  3,
  n0,
  _CC,
  0,
  [_ITP],
  [() => ImmunityTimeProperty$]
];
var ChallengeAction$ = [
  3,
  n0,
  _CAh,
  0,
  [_CRH],
  [() => CustomRequestHandling$]
];
var ChallengeConfig$ = [
  3,
  n0,
  _CCh,
  0,
  [_ITP],
  [() => ImmunityTimeProperty$]
];
var ClientSideAction$ = [
  3,
  n0,
  _CSA,
  0,
  [_UOA, _Se, _EURE],
  [0, 0, () => RegularExpressionList],
  1
];
var ClientSideActionConfig$ = [
  3,
  n0,
  _CSAC,
  0,
  [_Ch],
  [() => ClientSideAction$],
  1
];
var Condition$ = [
  3,
  n0,
  _Co,
  0,
  [_AC, _LNC],
  [() => ActionCondition$, () => LabelNameCondition$]
];
var CookieMatchPattern$ = [
  3,
  n0,
  _CMP,
  0,
  [_Al, _IC, _EC],
  [() => All$, 64 | 0, 64 | 0]
];
var Cookies$ = [
  3,
  n0,
  _Coo,
  0,
  [_MP, _MS, _OH],
  [() => CookieMatchPattern$, 0, 0],
  3
];
var CountAction$ = [
  3,
  n0,
  _CAo,
  0,
  [_CRH],
  [() => CustomRequestHandling$]
];
var CreateAPIKeyRequest$ = [
  3,
  n0,
  _CAPIKR,
  0,
  [_Sc, _TD],
  [0, 64 | 0],
  2
];
var CreateIPSetRequest$ = [
  3,
  n0,
  _CIPSR,
  0,
  [_N, _Sc, _IPAV, _Ad, _D, _T],
  [0, 0, 0, 64 | 0, 0, () => TagList],
  4
];
var CreateWebACLRequest$ = [
  3,
  n0,
  _CWACLR,
  0,
  [_N, _Sc, _DA, _VC, _D, _Ru, _DPC, _T, _CRB, _CC, _CCh, _TD, _ACs, _OSDDSPC, _ACp, _MC],
  [0, 0, () => DefaultAction$, () => VisibilityConfig$, 0, () => Rules, () => DataProtectionConfig$, () => TagList, () => CustomResponseBodies, () => CaptchaConfig$, () => ChallengeConfig$, 64 | 0, () => AssociationConfig$, () => OnSourceDDoSProtectionConfig$, () => ApplicationConfig$, () => MonetizationConfig$],
  4
];
var CryptoConfig$ = [
  3,
  n0,
  _CCr,
  0,
  [_PN],
  [() => PaymentNetworks],
  1
];
var CustomHTTPHeader$ = [
  3,
  n0,
  _CHTTPH,
  0,
  [_N, _Val],
  [0, 0],
  2
];
var CustomRequestHandling$ = [
  3,
  n0,
  _CRH,
  0,
  [_IH],
  [() => CustomHTTPHeaders],
  1
];
var CustomResponse$ = [
  3,
  n0,
  _CR,
  0,
  [_RCe, _CRBK, _RH],
  [1, 0, () => CustomHTTPHeaders],
  1
];
var CustomResponseBody$ = [
  3,
  n0,
  _CRBu,
  0,
  [_CTo, _Con],
  [0, 0],
  2
];
var DataProtection$ = [
  3,
  n0,
  _DP,
  0,
  [_F, _A, _ERMD, _ERBD],
  [() => FieldToProtect$, 0, 2, 2],
  2
];
var DataProtectionConfig$ = [
  3,
  n0,
  _DPC,
  0,
  [_DPa],
  [() => DataProtections],
  1
];
var DefaultAction$ = [
  3,
  n0,
  _DA,
  0,
  [_Bl, _All],
  [() => BlockAction$, () => AllowAction$]
];
var DisallowedFeature$ = [
  3,
  n0,
  _DFi,
  0,
  [_Fe, _RPPe],
  [0, 0]
];
var EmailField$ = [
  3,
  n0,
  _EF,
  0,
  [_I],
  [0],
  1
];
var ExcludedRule$ = [
  3,
  n0,
  _ER,
  0,
  [_N],
  [0],
  1
];
var FieldToMatch$ = [
  3,
  n0,
  _FTM,
  0,
  [_SH, _SQA, _AQA, _UP, _QS, _B, _Me, _JB, _H, _Coo, _HO, _JAF, _JAFi, _UF],
  [() => SingleHeader$, () => SingleQueryArgument$, () => AllQueryArguments$, () => UriPath$, () => QueryString$, () => Body$, () => Method$, () => JsonBody$, () => Headers$, () => Cookies$, () => HeaderOrder$, () => JA3Fingerprint$, () => JA4Fingerprint$, () => UriFragment$]
];
var FieldToProtect$ = [
  3,
  n0,
  _FTP,
  0,
  [_FT, _FK],
  [0, 64 | 0],
  1
];
var Filter$ = [
  3,
  n0,
  _Fi,
  0,
  [_Be, _Re, _Cond],
  [0, 0, () => Conditions],
  3
];
var FirewallManagerRuleGroup$ = [
  3,
  n0,
  _FMRG,
  0,
  [_N, _Pr, _FMS, _OA, _VC],
  [0, 1, () => FirewallManagerStatement$, () => OverrideAction$, () => VisibilityConfig$],
  5
];
var FirewallManagerStatement$ = [
  3,
  n0,
  _FMS,
  0,
  [_MRGS, _RGRS],
  [() => ManagedRuleGroupStatement$, () => RuleGroupReferenceStatement$]
];
var ForwardedIPConfig$ = [
  3,
  n0,
  _FIPC,
  0,
  [_HN, _FB],
  [0, 0],
  2
];
var GeoMatchStatement$ = [
  3,
  n0,
  _GMS,
  0,
  [_CCo, _FIPC],
  [64 | 0, () => ForwardedIPConfig$]
];
var GetDecryptedAPIKeyResponse$ = [
  3,
  n0,
  _GDAPIKRe,
  0,
  [_TD, _CT],
  [64 | 0, 4]
];
var GetIPSetRequest$ = [
  3,
  n0,
  _GIPSR,
  0,
  [_N, _Sc, _Id],
  [0, 0, 0],
  3
];
var GetIPSetResponse$ = [
  3,
  n0,
  _GIPSRe,
  0,
  [_IPS, _LT],
  [() => IPSet$, 0]
];
var HeaderMatchPattern$ = [
  3,
  n0,
  _HMP,
  0,
  [_Al, _IHn, _EH],
  [() => All$, 64 | 0, 64 | 0]
];
var HeaderOrder$ = [
  3,
  n0,
  _HO,
  0,
  [_OH],
  [0],
  1
];
var Headers$ = [
  3,
  n0,
  _H,
  0,
  [_MP, _MS, _OH],
  [() => HeaderMatchPattern$, 0, 0],
  3
];
var ImmunityTimeProperty$ = [
  3,
  n0,
  _ITP,
  0,
  [_IT],
  [1],
  1
];
var IPSet$ = [
  3,
  n0,
  _IPS,
  0,
  [_N, _Id, _ARN, _IPAV, _Ad, _D],
  [0, 0, 0, 0, 64 | 0, 0],
  5
];
var IPSetForwardedIPConfig$ = [
  3,
  n0,
  _IPSFIPC,
  0,
  [_HN, _FB, _Pos],
  [0, 0, 0],
  3
];
var IPSetReferenceStatement$ = [
  3,
  n0,
  _IPSRS,
  0,
  [_ARN, _IPSFIPC],
  [0, () => IPSetForwardedIPConfig$],
  1
];
var IPSetSummary$ = [
  3,
  n0,
  _IPSS,
  0,
  [_N, _Id, _D, _LT, _ARN],
  [0, 0, 0, 0, 0]
];
var JA3Fingerprint$ = [
  3,
  n0,
  _JAF,
  0,
  [_FB],
  [0],
  1
];
var JA4Fingerprint$ = [
  3,
  n0,
  _JAFi,
  0,
  [_FB],
  [0],
  1
];
var JsonBody$ = [
  3,
  n0,
  _JB,
  0,
  [_MP, _MS, _IFB, _OH],
  [() => JsonMatchPattern$, 0, 0, 0],
  2
];
var JsonMatchPattern$ = [
  3,
  n0,
  _JMP,
  0,
  [_Al, _IP],
  [() => All$, 64 | 0]
];
var Label$ = [
  3,
  n0,
  _La,
  0,
  [_N],
  [0],
  1
];
var LabelMatchStatement$ = [
  3,
  n0,
  _LMS,
  0,
  [_Sc, _K],
  [0, 0],
  2
];
var LabelNameCondition$ = [
  3,
  n0,
  _LNC,
  0,
  [_LNa],
  [0],
  1
];
var ListIPSetsRequest$ = [
  3,
  n0,
  _LIPSR,
  0,
  [_Sc, _NM, _L],
  [0, 0, 1],
  1
];
var ListIPSetsResponse$ = [
  3,
  n0,
  _LIPSRi,
  0,
  [_NM, _IPSe],
  [0, () => IPSetSummaries]
];
var ListResourcesForWebACLResponse$ = [
  3,
  n0,
  _LRFWACLRi,
  0,
  [_RAe],
  [64 | 0]
];
var ListTagsForResourceRequest$ = [
  3,
  n0,
  _LTFRR,
  0,
  [_RARN, _NM, _L],
  [0, 0, 1],
  1
];
var ListTagsForResourceResponse$ = [
  3,
  n0,
  _LTFRRi,
  0,
  [_NM, _TIFR],
  [0, () => TagInfoForResource$]
];
var LoggingConfiguration$ = [
  3,
  n0,
  _LC,
  0,
  [_RA, _LDC, _RF, _MBFM, _LF, _LTo, _LS],
  [0, 64 | 0, () => RedactedFields, 2, () => LoggingFilter$, 0, 0],
  2
];
var LoggingFilter$ = [
  3,
  n0,
  _LF,
  0,
  [_Fil, _DB],
  [() => Filters, 0],
  2
];
var ManagedRuleGroupConfig$ = [
  3,
  n0,
  _MRGC,
  0,
  [_LP, _PTa, _UFs, _PF, _AWSMRBCRS, _AWSMRATPRS, _AWSMRACFPRS, _AWSMRADDSRS],
  [0, 0, () => UsernameField$, () => PasswordField$, () => AWSManagedRulesBotControlRuleSet$, () => AWSManagedRulesATPRuleSet$, () => AWSManagedRulesACFPRuleSet$, () => AWSManagedRulesAntiDDoSRuleSet$]
];
var ManagedRuleGroupStatement$ = [
  3,
  n0,
  _MRGS,
  0,
  [_VN, _N, _V, _ERx, _SDS, _MRGCa, _RAO],
  [0, 0, 0, () => ExcludedRules, () => Statement$, () => ManagedRuleGroupConfigs, () => RuleActionOverrides],
  2
];
var Method$ = [
  3,
  n0,
  _Me,
  0,
  [],
  []
];
var MonetizationConfig$ = [
  3,
  n0,
  _MC,
  0,
  [_CCr, _CM],
  [() => CryptoConfig$, 0]
];
var MonetizationFilter$ = [
  3,
  n0,
  _MF,
  0,
  [_N, _Va],
  [0, 64 | 0],
  2
];
var MonetizeAction$ = [
  3,
  n0,
  _MA,
  0,
  [_PM],
  [0]
];
var NoneAction$ = [
  3,
  n0,
  _NA,
  0,
  [],
  []
];
var NotStatement$ = [
  3,
  n0,
  _NS,
  0,
  [_St],
  [() => Statement$],
  1
];
var OnSourceDDoSProtectionConfig$ = [
  3,
  n0,
  _OSDDSPC,
  0,
  [_ALBLRM],
  [0],
  1
];
var OrStatement$ = [
  3,
  n0,
  _OS,
  0,
  [_S],
  [() => Statements],
  1
];
var OverrideAction$ = [
  3,
  n0,
  _OA,
  0,
  [_Coun, _No],
  [() => CountAction$, () => NoneAction$]
];
var PasswordField$ = [
  3,
  n0,
  _PF,
  0,
  [_I],
  [0],
  1
];
var PaymentNetwork$ = [
  3,
  n0,
  _PNa,
  0,
  [_Cha, _WA, _Pri],
  [0, 0, () => Prices],
  3
];
var PhoneNumberField$ = [
  3,
  n0,
  _PNF,
  0,
  [_I],
  [0],
  1
];
var PreParseTextTransformation$ = [
  3,
  n0,
  _PPTTr,
  0,
  [_Pr, _Ty],
  [1, 0],
  2
];
var Price$ = [
  3,
  n0,
  _Pric,
  0,
  [_Am, _Cu],
  [0, 0],
  2
];
var QueryString$ = [
  3,
  n0,
  _QS,
  0,
  [],
  []
];
var RateBasedStatement$ = [
  3,
  n0,
  _RBS,
  0,
  [_L, _AKT, _EWS, _SDS, _FIPC, _CK],
  [1, 0, 1, () => Statement$, () => ForwardedIPConfig$, () => RateBasedStatementCustomKeys],
  2
];
var RateBasedStatementCustomKey$ = [
  3,
  n0,
  _RBSCK,
  0,
  [_He, _Cook, _QA, _QS, _HTTPM, _FIP, _IP_, _LN, _UP, _JAF, _JAFi, _ASN],
  [() => RateLimitHeader$, () => RateLimitCookie$, () => RateLimitQueryArgument$, () => RateLimitQueryString$, () => RateLimitHTTPMethod$, () => RateLimitForwardedIP$, () => RateLimitIP$, () => RateLimitLabelNamespace$, () => RateLimitUriPath$, () => RateLimitJA3Fingerprint$, () => RateLimitJA4Fingerprint$, () => RateLimitAsn$]
];
var RateBasedStatementManagedKeysIPSet$ = [
  3,
  n0,
  _RBSMKIPS,
  0,
  [_IPAV, _Ad],
  [0, 64 | 0]
];
var RateLimitAsn$ = [
  3,
  n0,
  _RLA,
  0,
  [],
  []
];
var RateLimitCookie$ = [
  3,
  n0,
  _RLC,
  0,
  [_N, _TT],
  [0, () => TextTransformations],
  2
];
var RateLimitForwardedIP$ = [
  3,
  n0,
  _RLFIP,
  0,
  [],
  []
];
var RateLimitHeader$ = [
  3,
  n0,
  _RLH,
  0,
  [_N, _TT],
  [0, () => TextTransformations],
  2
];
var RateLimitHTTPMethod$ = [
  3,
  n0,
  _RLHTTPM,
  0,
  [],
  []
];
var RateLimitIP$ = [
  3,
  n0,
  _RLIP,
  0,
  [],
  []
];
var RateLimitJA3Fingerprint$ = [
  3,
  n0,
  _RLJAF,
  0,
  [_FB],
  [0],
  1
];
var RateLimitJA4Fingerprint$ = [
  3,
  n0,
  _RLJAFa,
  0,
  [_FB],
  [0],
  1
];
var RateLimitLabelNamespace$ = [
  3,
  n0,
  _RLLN,
  0,
  [_Na],
  [0],
  1
];
var RateLimitQueryArgument$ = [
  3,
  n0,
  _RLQA,
  0,
  [_N, _TT],
  [0, () => TextTransformations],
  2
];
var RateLimitQueryString$ = [
  3,
  n0,
  _RLQS,
  0,
  [_TT],
  [() => TextTransformations],
  1
];
var RateLimitUriPath$ = [
  3,
  n0,
  _RLUP,
  0,
  [_TT],
  [() => TextTransformations],
  1
];
var Regex$ = [
  3,
  n0,
  _Reg,
  0,
  [_RSe],
  [0]
];
var RegexMatchStatement$ = [
  3,
  n0,
  _RMS,
  0,
  [_RSe, _FTM, _TT, _PPTT],
  [0, () => FieldToMatch$, () => TextTransformations, () => PreParseTextTransformations],
  3
];
var RegexPatternSetReferenceStatement$ = [
  3,
  n0,
  _RPSRS,
  0,
  [_ARN, _FTM, _TT, _PPTT],
  [0, () => FieldToMatch$, () => TextTransformations, () => PreParseTextTransformations],
  3
];
var RequestBodyAssociatedResourceTypeConfig$ = [
  3,
  n0,
  _RBARTC,
  0,
  [_DSIL],
  [0],
  1
];
var RequestInspection$ = [
  3,
  n0,
  _RI,
  0,
  [_PTa, _UFs, _PF],
  [0, () => UsernameField$, () => PasswordField$],
  3
];
var RequestInspectionACFP$ = [
  3,
  n0,
  _RIACFP,
  0,
  [_PTa, _UFs, _PF, _EF, _PNFh, _AFd],
  [0, () => UsernameField$, () => PasswordField$, () => EmailField$, () => PhoneNumberFields, () => AddressFields],
  1
];
var ResponseInspection$ = [
  3,
  n0,
  _RIe,
  0,
  [_SCt, _He, _BCo, _J],
  [() => ResponseInspectionStatusCode$, () => ResponseInspectionHeader$, () => ResponseInspectionBodyContains$, () => ResponseInspectionJson$]
];
var ResponseInspectionBodyContains$ = [
  3,
  n0,
  _RIBC,
  0,
  [_SSu, _FSa],
  [64 | 0, 64 | 0],
  2
];
var ResponseInspectionHeader$ = [
  3,
  n0,
  _RIH,
  0,
  [_N, _SV, _FV],
  [0, 64 | 0, 64 | 0],
  3
];
var ResponseInspectionJson$ = [
  3,
  n0,
  _RIJ,
  0,
  [_I, _SV, _FV],
  [0, 64 | 0, 64 | 0],
  3
];
var ResponseInspectionStatusCode$ = [
  3,
  n0,
  _RISC,
  0,
  [_SCu, _FC],
  [64 | 1, 64 | 1],
  2
];
var Rule$ = [
  3,
  n0,
  _Rul,
  0,
  [_N, _Pr, _St, _VC, _A, _OA, _RL, _CC, _CCh],
  [0, 1, () => Statement$, () => VisibilityConfig$, () => RuleAction$, () => OverrideAction$, () => Labels, () => CaptchaConfig$, () => ChallengeConfig$],
  4
];
var RuleAction$ = [
  3,
  n0,
  _RAu,
  0,
  [_Bl, _All, _Coun, _Cap, _Ch, _Mo],
  [() => BlockAction$, () => AllowAction$, () => CountAction$, () => CaptchaAction$, () => ChallengeAction$, () => MonetizeAction$]
];
var RuleActionOverride$ = [
  3,
  n0,
  _RAOu,
  0,
  [_N, _ATU],
  [0, () => RuleAction$],
  2
];
var RuleGroupReferenceStatement$ = [
  3,
  n0,
  _RGRS,
  0,
  [_ARN, _ERx, _RAO],
  [0, () => ExcludedRules, () => RuleActionOverrides],
  1
];
var SingleHeader$ = [
  3,
  n0,
  _SH,
  0,
  [_N],
  [0],
  1
];
var SingleQueryArgument$ = [
  3,
  n0,
  _SQA,
  0,
  [_N],
  [0],
  1
];
var SizeConstraintStatement$ = [
  3,
  n0,
  _SCS,
  0,
  [_FTM, _CO, _Si, _TT, _PPTT],
  [() => FieldToMatch$, 0, 1, () => TextTransformations, () => PreParseTextTransformations],
  4
];
var SqliMatchStatement$ = [
  3,
  n0,
  _SMS,
  0,
  [_FTM, _TT, _PPTT, _SL],
  [() => FieldToMatch$, () => TextTransformations, () => PreParseTextTransformations, 0],
  2
];
var Statement$ = [
  3,
  n0,
  _St,
  0,
  [_BMS, _SMS, _XMS, _SCS, _GMS, _RGRS, _IPSRS, _RPSRS, _RBS, _AS, _OS, _NS, _MRGS, _LMS, _RMS, _AMS],
  [() => ByteMatchStatement$, () => SqliMatchStatement$, () => XssMatchStatement$, () => SizeConstraintStatement$, () => GeoMatchStatement$, () => RuleGroupReferenceStatement$, () => IPSetReferenceStatement$, () => RegexPatternSetReferenceStatement$, () => RateBasedStatement$, () => AndStatement$, () => OrStatement$, () => NotStatement$, () => ManagedRuleGroupStatement$, () => LabelMatchStatement$, () => RegexMatchStatement$, () => AsnMatchStatement$]
];
var Tag$ = [
  3,
  n0,
  _Ta,
  0,
  [_K, _Val],
  [0, 0],
  2
];
var TagInfoForResource$ = [
  3,
  n0,
  _TIFR,
  0,
  [_RARN, _TL],
  [0, () => TagList]
];
var TagResourceRequest$ = [
  3,
  n0,
  _TRR,
  0,
  [_RARN, _T],
  [0, () => TagList],
  2
];
var TagResourceResponse$ = [
  3,
  n0,
  _TRRa,
  0,
  [],
  []
];
var TextTransformation$ = [
  3,
  n0,
  _TTe,
  0,
  [_Pr, _Ty],
  [1, 0],
  2
];
var UntagResourceRequest$ = [
  3,
  n0,
  _URR,
  0,
  [_RARN, _TK],
  [0, 64 | 0],
  2
];
var UntagResourceResponse$ = [
  3,
  n0,
  _URRn,
  0,
  [],
  []
];
var UpdateIPSetRequest$ = [
  3,
  n0,
  _UIPSR,
  0,
  [_N, _Sc, _Id, _Ad, _LT, _D],
  [0, 0, 0, 64 | 0, 0, 0],
  5
];
var UpdateIPSetResponse$ = [
  3,
  n0,
  _UIPSRp,
  0,
  [_NLT],
  [0]
];
var UpdateWebACLRequest$ = [
  3,
  n0,
  _UWACLR,
  0,
  [_N, _Sc, _Id, _DA, _VC, _LT, _D, _Ru, _DPC, _CRB, _CC, _CCh, _TD, _ACs, _OSDDSPC, _ACp, _MC],
  [0, 0, 0, () => DefaultAction$, () => VisibilityConfig$, 0, 0, () => Rules, () => DataProtectionConfig$, () => CustomResponseBodies, () => CaptchaConfig$, () => ChallengeConfig$, 64 | 0, () => AssociationConfig$, () => OnSourceDDoSProtectionConfig$, () => ApplicationConfig$, () => MonetizationConfig$],
  6
];
var UriFragment$ = [
  3,
  n0,
  _UF,
  0,
  [_FB],
  [0]
];
var UriPath$ = [
  3,
  n0,
  _UP,
  0,
  [],
  []
];
var UsernameField$ = [
  3,
  n0,
  _UFs,
  0,
  [_I],
  [0],
  1
];
var VisibilityConfig$ = [
  3,
  n0,
  _VC,
  0,
  [_SRE, _CWME, _MN],
  [2, 2, 0],
  3
];
var WebACL$ = [
  3,
  n0,
  _WACL,
  0,
  [_N, _Id, _ARN, _DA, _VC, _D, _Ru, _DPC, _C, _PPFMRG, _PPFMRGo, _MBFM, _LN, _CRB, _CC, _CCh, _TD, _ACs, _RBFM, _OSDDSPC, _ACp, _MC],
  [0, 0, 0, () => DefaultAction$, () => VisibilityConfig$, 0, () => Rules, () => DataProtectionConfig$, 1, () => FirewallManagerRuleGroups, () => FirewallManagerRuleGroups, 2, 0, () => CustomResponseBodies, () => CaptchaConfig$, () => ChallengeConfig$, 64 | 0, () => AssociationConfig$, 2, () => OnSourceDDoSProtectionConfig$, () => ApplicationConfig$, () => MonetizationConfig$],
  5
];
var XssMatchStatement$ = [
  3,
  n0,
  _XMS,
  0,
  [_FTM, _TT, _PPTT],
  [() => FieldToMatch$, () => TextTransformations, () => PreParseTextTransformations],
  2
];
var AddressFields = [
  1,
  n0,
  _AFd,
  0,
  () => AddressField$
];
var APIKeyTokenDomains = 64 | 0;
var ApplicationAttributes = [
  1,
  n0,
  _AApp,
  0,
  () => ApplicationAttribute$
];
var AsnList = 64 | 1;
var AttributeValues = 64 | 0;
var Conditions = [
  1,
  n0,
  _Cond,
  0,
  () => Condition$
];
var CookieNames = 64 | 0;
var CountryCodes = 64 | 0;
var CustomHTTPHeaders = [
  1,
  n0,
  _CHTTPHu,
  0,
  () => CustomHTTPHeader$
];
var DataProtections = [
  1,
  n0,
  _DPa,
  0,
  () => DataProtection$
];
var DisallowedFeatures = [
  1,
  n0,
  _DF,
  0,
  () => DisallowedFeature$
];
var ExcludedRules = [
  1,
  n0,
  _ERx,
  0,
  () => ExcludedRule$
];
var FieldToProtectKeys = 64 | 0;
var Filters = [
  1,
  n0,
  _Fil,
  0,
  () => Filter$
];
var FirewallManagerRuleGroups = [
  1,
  n0,
  _FMRGi,
  0,
  () => FirewallManagerRuleGroup$
];
var HeaderNames = 64 | 0;
var IPAddresses = 64 | 0;
var IPSetSummaries = [
  1,
  n0,
  _IPSSe,
  0,
  () => IPSetSummary$
];
var JsonPointerPaths = 64 | 0;
var Labels = [
  1,
  n0,
  _Lab,
  0,
  () => Label$
];
var LogDestinationConfigs = 64 | 0;
var ManagedRuleGroupConfigs = [
  1,
  n0,
  _MRGCa,
  0,
  () => ManagedRuleGroupConfig$
];
var MonetizationFilterValueList = 64 | 0;
var PaymentNetworks = [
  1,
  n0,
  _PN,
  0,
  () => PaymentNetwork$
];
var PhoneNumberFields = [
  1,
  n0,
  _PNFh,
  0,
  () => PhoneNumberField$
];
var PreParseTextTransformations = [
  1,
  n0,
  _PPTT,
  0,
  () => PreParseTextTransformation$
];
var Prices = [
  1,
  n0,
  _Pri,
  0,
  () => Price$
];
var RateBasedStatementCustomKeys = [
  1,
  n0,
  _RBSCKa,
  0,
  () => RateBasedStatementCustomKey$
];
var RedactedFields = [
  1,
  n0,
  _RF,
  0,
  () => FieldToMatch$
];
var RegularExpressionList = [
  1,
  n0,
  _REL,
  0,
  () => Regex$
];
var ResourceArns = 64 | 0;
var ResponseInspectionBodyContainsFailureStrings = 64 | 0;
var ResponseInspectionBodyContainsSuccessStrings = 64 | 0;
var ResponseInspectionHeaderFailureValues = 64 | 0;
var ResponseInspectionHeaderSuccessValues = 64 | 0;
var ResponseInspectionJsonFailureValues = 64 | 0;
var ResponseInspectionJsonSuccessValues = 64 | 0;
var ResponseInspectionStatusCodeFailureCodes = 64 | 1;
var ResponseInspectionStatusCodeSuccessCodes = 64 | 1;
var RuleActionOverrides = [
  1,
  n0,
  _RAO,
  0,
  () => RuleActionOverride$
];
var Rules = [
  1,
  n0,
  _Ru,
  0,
  () => Rule$
];
var Statements = [
  1,
  n0,
  _S,
  0,
  () => Statement$
];
var TagKeyList = 64 | 0;
var TagList = [
  1,
  n0,
  _TL,
  0,
  () => Tag$
];
var TextTransformations = [
  1,
  n0,
  _TT,
  0,
  () => TextTransformation$
];
var TokenDomains = 64 | 0;
var CustomResponseBodies = [
  2,
  n0,
  _CRB,
  0,
  0,
  () => CustomResponseBody$
];
var RequestBody = [
  2,
  n0,
  _RB,
  0,
  0,
  () => RequestBodyAssociatedResourceTypeConfig$
];
var GetIPSet$ = [
  9,
  n0,
  _GIPS,
  0,
  () => GetIPSetRequest$,
  () => GetIPSetResponse$
];
var ListIPSets$ = [
  9,
  n0,
  _LIPS,
  0,
  () => ListIPSetsRequest$,
  () => ListIPSetsResponse$
];
var ListTagsForResource$ = [
  9,
  n0,
  _LTFR,
  0,
  () => ListTagsForResourceRequest$,
  () => ListTagsForResourceResponse$
];
var TagResource$ = [
  9,
  n0,
  _TR,
  0,
  () => TagResourceRequest$,
  () => TagResourceResponse$
];
var UntagResource$ = [
  9,
  n0,
  _UR,
  0,
  () => UntagResourceRequest$,
  () => UntagResourceResponse$
];
var UpdateIPSet$ = [
  9,
  n0,
  _UIPS,
  0,
  () => UpdateIPSetRequest$,
  () => UpdateIPSetResponse$
];

// node_modules/@aws-sdk/client-wafv2/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2019-07-29",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultWAFV2HttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.wafv2",
      errorTypeRegistries,
      xmlNamespace: "http://waf.amazonaws.com/doc/2019-07-29/",
      version: "2019-07-29",
      serviceTarget: "AWSWAF_20190729"
    },
    serviceId: config?.serviceId ?? "WAFV2",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-wafv2/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-wafv2/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-wafv2/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-wafv2/dist-es/WAFV2Client.js
var WAFV2Client = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultWAFV2HttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-wafv2/dist-es/commandBuilder.js
var command2 = makeBuilder(commonParams, "AWSWAF_20190729", "WAFV2Client", getEndpointPlugin);
var _ep02 = {};
var _mw02 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-wafv2/dist-es/commands/GetIPSetCommand.js
var GetIPSetCommand = class extends command2(_ep02, _mw02, "GetIPSet", GetIPSet$) {
};

// node_modules/@aws-sdk/client-wafv2/dist-es/commands/ListIPSetsCommand.js
var ListIPSetsCommand = class extends command2(_ep02, _mw02, "ListIPSets", ListIPSets$) {
};

// node_modules/@aws-sdk/client-wafv2/dist-es/commands/ListTagsForResourceCommand.js
var ListTagsForResourceCommand = class extends command2(_ep02, _mw02, "ListTagsForResource", ListTagsForResource$) {
};

// node_modules/@aws-sdk/client-wafv2/dist-es/commands/TagResourceCommand.js
var TagResourceCommand = class extends command2(_ep02, _mw02, "TagResource", TagResource$) {
};

// node_modules/@aws-sdk/client-wafv2/dist-es/commands/UntagResourceCommand.js
var UntagResourceCommand = class extends command2(_ep02, _mw02, "UntagResource", UntagResource$) {
};

// node_modules/@aws-sdk/client-wafv2/dist-es/commands/UpdateIPSetCommand.js
var UpdateIPSetCommand = class extends command2(_ep02, _mw02, "UpdateIPSet", UpdateIPSet$) {
};

// src/adapters/aws/address-sets.ts
var Scope = "REGIONAL";
var expiryTag = "expires:";
var mostTags = 50;
function openAddressSets(config) {
  const client = guarded(new WAFV2Client({ ...config, ...persistent }), "wafv2", config);
  const ec2 = guarded(new EC2Client({ ...config, ...persistent }), "ec2", config);
  return {
    find: (name) => findSet(client, name),
    replace: async ({ name, id, description, lock }, addresses) => {
      const attempt = { what: `write the IP set ${name}`, permission: "wafv2:UpdateIPSet" };
      const content = { ...description && { Description: description }, Addresses: [...addresses] };
      const request = new UpdateIPSetCommand({ Name: name, Scope, Id: id, ...content, LockToken: lock });
      return await askingFor(attempt, isRaceLost, () => client.send(request)) !== void 0;
    },
    setExpiry: async ({ name, arn }, address, expiresAt) => {
      const what = `note in the tags of the IP set ${name} when ${address} expires`;
      const Key = `${expiryTag}${address}`;
      if (expiresAt === void 0) {
        const request = new UntagResourceCommand({ ResourceARN: arn, TagKeys: [Key] });
        await asking({ what, permission: "wafv2:UntagResource" }, () => client.send(request));
      } else {
        const request = new TagResourceCommand({ ResourceARN: arn, Tags: [{ Key, Value: expiresAt }] });
        await asking({ what, permission: "wafv2:TagResource" }, () => client.send(request));
      }
    },
    ownAddresses: async (prefix) => {
      const attempt = { what: `read the public addresses of ${prefix}`, permission: "ec2:DescribeAddresses" };
      const Filters2 = [{ Name: "tag:Name", Values: [`${prefix}-nat-*`] }];
      const { Addresses = [] } = await asking(attempt, () => ec2.send(new DescribeAddressesCommand({ Filters: Filters2 })));
      return Addresses.flatMap(({ PublicIp }) => PublicIp ?? []);
    }
  };
}
var isRaceLost = (error) => nameOf(error) === "WAFOptimisticLockException";
var isGone = (error) => nameOf(error) === "WAFNonexistentItemException";
async function findSet(client, name) {
  const listing = { what: "list the IP sets", permission: "wafv2:ListIPSets" };
  const summaries = await pagesOf(
    (NextMarker) => asking(listing, async () => {
      const page = await client.send(new ListIPSetsCommand({ Scope, ...NextMarker && { NextMarker } }));
      return { items: page.IPSets, next: page.NextMarker };
    })
  );
  const Id = summaries.find((summary) => summary.Name === name)?.Id;
  if (!Id) return void 0;
  const reading = { what: `read the IP set ${name}`, permission: "wafv2:GetIPSet" };
  const found = await askingFor(reading, isGone, () => client.send(new GetIPSetCommand({ Name: name, Scope, Id })));
  if (!found?.IPSet) return void 0;
  const { ARN: arn = "", Description: description = "", Addresses: addresses = [] } = found.IPSet;
  const tags = await readTags(client, { name, arn });
  const expiries = tags.flatMap(
    ({ Key = "", Value = "" }) => Key.startsWith(expiryTag) ? [[Key.slice(expiryTag.length), Value]] : []
  );
  return {
    id: Id,
    arn,
    name,
    description,
    addresses,
    lock: found.LockToken ?? "",
    expiries: Object.fromEntries(expiries),
    roomForExpiries: mostTags - tags.length
  };
}
function readTags(client, { name, arn }) {
  const attempt = { what: `read the tags of the IP set ${name}`, permission: "wafv2:ListTagsForResource" };
  return pagesOf(
    (NextMarker) => asking(attempt, async () => {
      const request = new ListTagsForResourceCommand({ ResourceARN: arn, ...NextMarker && { NextMarker } });
      const page = await client.send(request);
      return { items: page.TagInfoForResource?.TagList, next: page.NextMarker };
    })
  );
}
async function pagesOf(ask) {
  const items = [];
  let next;
  do {
    const page = await ask(next);
    items.push(...page.items ?? []);
    next = page.items?.length ? page.next : void 0;
  } while (next);
  return items;
}
export {
  openAddressSets
};
