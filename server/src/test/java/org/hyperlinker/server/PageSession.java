package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The page of a tiny server in a real Chromium. Tests are skipped where there is none. */
final class PageSession implements AutoCloseable {

  /** Has three mentions, and a character of two UTF-16 units before all of them. */
  static final String TEXT = "🫀 Aspirin against heart attack. Aspirin.";

  static final String FIRST = mention(1);
  static final String SECOND = mention(2);

  final TinyServer tiny;
  final Browser browser;

  private PageSession(TinyServer tiny, Browser browser) {
    this.tiny = tiny;
    this.browser = browser;
  }

  static PageSession start() throws Exception {
    return start(TinyServer.SETTINGS);
  }

  static PageSession start(ServerSettings settings) throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium on the path, nor named by CHROMIUM");
    return new PageSession(TinyServer.start(settings, () -> {}), Browser.start(program.get()));
  }

  static String mention(int number) {
    return "#reader .mention:nth-of-type(" + number + ")";
  }

  /** Opens the page anew and waits until it knows its server. */
  void open(int width, int height) throws Exception {
    browser.open(tiny.at("/"), width, height);
    browser.until("document.querySelector('#served')?.textContent.includes('5 concepts')");
  }

  void link() throws Exception {
    link(TEXT, 3);
  }

  /** Writes a text in the place of what stands there and links it. */
  void link(String text, int mentions) throws Exception {
    browser.click("#text");
    browser.value("document.querySelector('#text').select()");
    browser.type(text);
    browser.click("#link");
    browser.until(
        "!document.querySelector('#link').ariaDisabled"
            + " && document.querySelectorAll('#reader .mention').length === "
            + mentions);
  }

  /** Chooses the system that the text is also linked with. */
  void compareWith(String system) throws Exception {
    browser.value(
        "(() => { const other = document.querySelector('#other'); other.value = '"
            + system
            + "'; other.dispatchEvent(new Event('change')); })()");
    browser.until("!document.querySelector('#second').hidden");
  }

  String text(String selector) throws Exception {
    return browser.value("document.querySelector('" + selector + "').textContent").asText();
  }

  void waitFor(String selector, String words) throws Exception {
    browser.until(
        "document.querySelector('" + selector + "')?.textContent.includes('" + words + "')");
  }

  void nothingWentWrong() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Override
  public void close() throws IOException {
    try {
      browser.close();
    } finally {
      tiny.close();
    }
  }
}
