// Functions that compute from what they are given and nothing else.

/**
 * Left out on purpose: what reads the runner's files (`file`, `templatefile`, `fileset`, `abspath`, `pathexpand` and their
 * kin), what takes the mark from a secret (`nonsensitive`), what makes a template of a value (`templatestring`), and
 * what answers differently each time (`timestamp`, `uuid`, `bcrypt`).
 *
 * https://developer.hashicorp.com/terraform/language/functions
 */
export const pureFunctions: readonly string[] = [
  ...['abs', 'ceil', 'floor', 'max', 'min', 'pow', 'signum', 'sum', 'parseint'],
  ...['chomp', 'endswith', 'format', 'formatlist', 'join', 'lower', 'regex', 'regexall', 'replace', 'split', 'startswith'],
  ...['strcontains', 'strrev', 'substr', 'title', 'trim', 'trimprefix', 'trimspace', 'trimsuffix', 'upper'],
  ...['alltrue', 'anytrue', 'chunklist', 'coalesce', 'coalescelist', 'compact', 'concat', 'contains', 'distinct', 'element'],
  ...['flatten', 'index', 'keys', 'length', 'lookup', 'matchkeys', 'merge', 'one', 'reverse', 'slice', 'sort', 'transpose'],
  ...['setintersection', 'setsubtract', 'setunion', 'values', 'zipmap'],
  ...['base64decode', 'base64encode', 'csvdecode', 'jsondecode', 'jsonencode', 'urlencode', 'yamldecode', 'yamlencode'],
  ...['base64sha256', 'base64sha512', 'md5', 'sha1', 'sha256', 'sha512', 'uuidv5'],
  ...['cidrhost', 'cidrnetmask', 'cidrsubnet', 'cidrsubnets'],
  ...['can', 'tobool', 'tolist', 'tomap', 'tonumber', 'toset', 'tostring', 'try', 'type'],
];
