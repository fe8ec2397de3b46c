/** Words that name a secret; `_` stands for `_`, `-` or nothing. */
const WORDS = `aws_secret_access_key aws_session_token password passwd passphrase pwd secret_key_base secret_key secret
  api_key access_key client_secret private_key access_token refresh_token id_token auth_token session_token token
  account_key dsn connection_string conn_str database_url db_url redis_url amqp_url smtp_url credentials credential
  signing_key encryption_key cookie_key session_key salt pepper`;

/** The source of a pattern for any of the words. */
export const SECRET_WORD = `(?:${WORDS.trim().split(/\s+/).join('|').replaceAll('_', '[_-]?')})`;

/** What may follow a word in a name, joined by a separator; bounded, so that no text takes long. */
export const SUFFIXES = '(?:[._-][A-Za-z0-9]{1,64}){0,8}';
