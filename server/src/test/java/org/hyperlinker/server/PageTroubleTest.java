package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the page says when something is wrong, and what it does not let happen. */
@Timeout(120)
class PageTroubleTest {

  private static final String TOKEN = "open sesame";

  private static PageSession page;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    page =
        PageSession.start(
            new ServerSettings(
                "127.0.0.1",
                0,
                Optional.of(TOKEN),
                100_000,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                64,
                Duration.ofSeconds(20)));
    browser = page.browser;
  }

  @AfterAll
  static void stop() throws Exception {
    if (page != null) {
      page.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    browser.open(page.tiny.at("/"), 1280, 900);
    browser.until("document.querySelector('#sign-in')");
    browser.value("sessionStorage.setItem('hyperlinker-token', '" + TOKEN + "')");
    page.open(1280, 900);
    browser.takeComplaints();
  }

  @Test
  void aTokenIsAskedFor() throws Exception {
    browser.value("sessionStorage.clear()");
    browser.open(page.tiny.at("/"), 1280, 900);
    page.waitFor("#status", "wants a token");
    assertThat(browser.value("document.activeElement.id").asText()).isEqualTo("token");
    browser.type("open rice");
    browser.click("#sign-in button");
    page.waitFor("#status", "does not take this token");
    browser.value("document.querySelector('#token').value = ''");
    browser.click("#token");
    browser.type(TOKEN);
    browser.click("#sign-in button");
    page.waitFor("#served", "5 concepts");
    assertThat(browser.value("document.querySelector('#sign-in').hidden").asBoolean()).isTrue();
    assertThat(browser.takeComplaints()).hasSize(2).allMatch(said -> said.contains("401"));
    page.link();
    page.nothingWentWrong();
  }

  @Test
  void withoutTextOrMentionsItSaysSo() throws Exception {
    browser.click("#link");
    page.waitFor("#status", "There is no text yet");
    page.link("nothing here", 0);
    page.waitFor("#status", "No mention was found");
    page.nothingWentWrong();
  }

  @Test
  void aBusyServerSaysWhenToComeAgain() throws Exception {
    answerLinks("new Response('{}', {status: 429, headers: {'Retry-After': '7'}})");
    page.waitFor("#status", "busy; try again in 7 seconds");
  }

  @Test
  void anEndedServerIsMissed() throws Exception {
    answerLinks("Promise.reject(new TypeError('gone'))");
    page.waitFor("#status", "does not answer");
  }

  @Test
  void tooLongATextIsRefusedByTheServersWords() throws Exception {
    browser.value("document.querySelector('#text').value = 'x '.repeat(60_000)");
    browser.click("#link");
    browser.until("document.querySelector('#status.bad')");
    assertThat(page.text("#status")).contains("100000");
    assertThat(browser.takeComplaints()).hasSize(1).allMatch(said -> said.contains("413"));
  }

  private static void answerLinks(String answer) throws Exception {
    browser.value(
        "(() => { const real = fetch; window.fetch = (path, options) =>"
            + " path === 'v1/link' ? "
            + answer
            + " : real(path, options); })()");
    browser.click("#text");
    browser.type("Aspirin");
    browser.click("#link");
  }

  @Test
  void aLateAnswerDoesNotReplaceALaterOne() throws Exception {
    browser.value(
        "(() => { const real = fetch; window.fetch = async (path, options) => {"
            + " const answer = await real(path, options);"
            + " if (options.body?.includes('slow')) {"
            + " await new Promise(done => { window.release = done; }); window.late = true; }"
            + " return answer; }; })()");
    browser.click("#text");
    browser.type("slow Aspirin and Aspirin");
    browser.click("#link");
    browser.until("window.release");
    page.link("quick Aspirin", 1);
    browser.value("window.release()");
    browser.until("window.late");
    browser.value("new Promise(done => setTimeout(done, 50))");
    assertThat(page.text("#reader")).isEqualTo("quick Aspirin");
    page.nothingWentWrong();
  }

  @Test
  void thePolicyStopsScriptsThatAreNotOurs() throws Exception {
    assertThat(
            browser
                .value(
                    "(() => { const script = document.createElement('script');"
                        + " script.textContent = 'window.inline = true';"
                        + " document.head.append(script); return window.inline === undefined; })()")
                .asBoolean())
        .isTrue();
    browser.until("true");
    assertThat(browser.takeComplaints()).anyMatch(said -> said.contains("Content Security Policy"));
  }
}
