import { createHmac } from 'node:crypto';
import { signedText } from '../campaigns/installs/install-report.ts';

/** A report with its signature, with a published secret: developers of the other side check against it. */
export function installExample(code: string) {
  const key = 'example00000';
  const secret = 'example-secret-of-nobody';
  const time = 1_764_072_000;
  const report = {
    install: '0123456789abcdef0123456789abcdef',
    code,
    click: 1_764_071_800,
    begin: 1_764_071_860,
    version: '2.4.1',
  };
  const text = signedText(report, { key, time });
  return {
    key,
    secret,
    time,
    report,
    text,
    signature: createHmac('sha256', secret).update(text).digest('hex'),
  };
}

/** A sketch in Kotlin of what the app has to do; no library. */
export const kotlinSketch = `// build.gradle: implementation("com.android.installreferrer:installreferrer:2.2")
val client = InstallReferrerClient.newBuilder(context).build()
client.startConnection(object : InstallReferrerStateListener {
  override fun onInstallReferrerSetupFinished(answer: Int) {
    if (answer == InstallReferrerClient.InstallReferrerResponse.OK) {
      val found = client.installReferrer
      val code = Uri.parse("?" + found.installReferrer).getQueryParameter("utm_campaign")
      if (code != null) queue(Report(          // kept until the answer is 200, 400 or 422
        install = keptOrNewRandomHex(),        // SecureRandom, 16 bytes, drawn once
        code = code,
        click = found.referrerClickTimestampServerSeconds,
        begin = found.installBeginTimestampServerSeconds,
        version = found.installVersion ?: BuildConfig.VERSION_NAME))
    }
    client.endConnection()
  }
  override fun onInstallReferrerServiceDisconnected() {}
})

// Best on the app's own server, which then holds the secret.
fun sign(r: Report, key: String, secret: String, time: Long): String {
  val text = listOf("v1", key, time, r.install, r.code, r.click, r.begin, r.version).joinToString("\\n")
  val mac = Mac.getInstance("HmacSHA256")
  mac.init(SecretKeySpec(secret.toByteArray(), "HmacSHA256"))
  return mac.doFinal(text.toByteArray()).joinToString("") { "%02x".format(it) }
}`;
