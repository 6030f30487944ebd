import { normalizeLogin } from "./login.ts";

export const passwordLength = { least: 10, most: 128 };

/** The most common passwords of ten and more characters, and what people here would try next. */
const common = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 123456789q q123456789 1234567891
  0000000000 1111111111 2222222222 6666666666 8888888888 9999999999 1122334455 5201314520 1314520520 147258369a
  1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl1 zxcvbnm123 abcdefghij
  abcd123456 abc1234567 abc123456789 aa123456789 woaini1314 woaini520 woaini1314520 iloveyou123 iloveyou1314 password12
  password123 password1234 passw0rd123 p@ssw0rd123 administrator admin12345 admin123456 admin@123456 root123456
  letmein123 welcome123 changeme123 yulian1234 yulian12345 yulian123456 yulian-sample yulianyulian hanyin1234
  hanyin123456 hanyin610921 610921610921 610921123456`.split(/\s+/),
);

/**
 * Why a password won't do, as a key of the messages; undefined for a good one. Length and lists instead of rules of
 * composition (NIST SP 800-63B).
 */
export function passwordFault(typed: string, login: string) {
  const password = typed.normalize("NFKC");
  const length = [...password].length;
  if (length < passwordLength.least) return "auth:error.passwordShort";
  if (length > passwordLength.most) return "auth:error.passwordLong";
  const plain = password.toLowerCase();
  if (common.has(plain) || new Set(plain).size < 3) return "auth:error.passwordCommon";
  const own = normalizeLogin(login);
  if (plain === own || plain === [...own].reverse().join("")) return "auth:error.passwordIsLogin";
  return undefined;
}
