package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.formats.corpus.Corpora;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium; skipped where there is none. */
@Timeout(120)
class PageTest {

  private static final String TEXT = "🫀 Aspirin against heart attack. Aspirin.";
  private static final String FIRST = "#reader .mention:nth-of-type(1)";
  private static final String SECOND = "#reader .mention:nth-of-type(2)";

  private static TinyServer tiny;
  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium on the path, nor named by CHROMIUM");
    tiny = TinyServer.start();
    browser = Browser.start(program.get());
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
      tiny.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    open(1280, 900);
  }

  private static void open(int width, int height) throws Exception {
    browser.open(tiny.at("/"), width, height);
    browser.until("document.querySelector('#served')?.textContent.includes('4 concepts')");
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void link() throws Exception {
    browser.click("#text");
    browser.type(TEXT);
    browser.click("#link");
    browser.until("document.querySelectorAll('#reader .mention').length === 3");
  }

  private static String text(String selector) throws Exception {
    return browser.value("document.querySelector('" + selector + "').textContent").asText();
  }

  @Test
  void textIsTypedLinkedAndLookedAt() throws Exception {
    link();
    assertThat(text("#reader")).isEqualTo(TEXT);
    browser.click(SECOND);
    browser.until("document.querySelector('#panel h2')?.textContent === 'heart attack'");
    browser.until(
        "document.querySelector('#panel').textContent.includes('Necrosis of heart muscle')");
    assertThat(text("#panel")).contains("Myocardial Infarction").contains("Heart Diseases ›");
    browser.click("#why");
    browser.until("document.querySelector('#explanation')");
    assertThat(text("#explanation")).contains("“heart attack” won").contains("the same");
  }

  @Test
  void correctionsAreDownloadedAsACorpusThatCanBeRead() throws Exception {
    browser.ask(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
    link();
    browser.click(FIRST);
    browser.click("#panel input[value=D000082]");
    browser.until("document.querySelector('#panel').textContent.includes('chosen by you')");
    browser.click(SECOND);
    browser.click("#panel [data-choice=none]");
    browser.until("document.querySelector('" + SECOND + "').classList.contains('changed')");
    browser.click("#reader .mention:nth-of-type(3)");
    browser.click("#panel [data-choice=removed]");
    browser.until("document.querySelector('#reader .removed')");
    browser.click("#words");
    browser.type("against");
    browser.click("#add button");
    browser.until("document.querySelector('#changes').textContent.startsWith('4')");
    browser.click("#download");
    Path file = downloaded();
    List<Mention> mentions = Corpora.read(file).documents().getFirst().mentions().toList();
    assertThat(mentions)
        .extracting(Mention::text)
        .containsExactly("Aspirin", "against", "heart attack");
    assertThat(mentions.get(0).concepts().getFirst().value()).isEqualTo("D000082");
    assertThat(mentions.get(2).concepts()).isEmpty();
    assertThat(mentions.get(0).extent().start()).isEqualTo(TEXT.indexOf("Aspirin"));
  }

  private Path downloaded() throws Exception {
    while (true) {
      try (Stream<Path> files = Files.list(folder)) {
        Optional<Path> file = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst();
        if (file.isPresent()) {
          return file.get();
        }
      }
      Thread.sleep(20);
    }
  }

  @Test
  void theKeyboardIsEnough() throws Exception {
    browser.value("document.querySelector('#text').focus()");
    browser.type(TEXT);
    browser.press("Tab", 9);
    browser.press("Enter", 13);
    browser.value("document.querySelector('#link').click()");
    browser.until("document.querySelectorAll('#reader .mention').length === 3");
    browser.value("document.querySelector('#reader .mention').focus()");
    browser.press("ArrowRight", 39);
    assertThat(browser.value("document.activeElement.textContent").asText())
        .isEqualTo("heart attack");
    browser.press("Enter", 13);
    browser.until("document.querySelector('#panel h2')?.textContent === 'heart attack'");
    assertThat(browser.value("document.activeElement.id").asText()).isEqualTo("panel");
    browser.press("Escape", 27);
    browser.until("document.activeElement.textContent === 'heart attack'");
    assertThat(text("#panel")).contains("Choose a mention");
  }

  @Test
  void twoModelsAreCompared() throws Exception {
    link();
    browser.value(
        "(() => { const other = document.querySelector('#other'); other.value = 'second';"
            + " other.dispatchEvent(new Event('change')); })()");
    browser.until("!document.querySelector('#second').hidden");
    assertThat(text("#second-reader")).isEqualTo(TEXT);
    assertThat(text("#differences")).isEqualTo("first and second link this text alike.");
  }

  @Test
  void aPhoneIsWideEnough() throws Exception {
    open(360, 740);
    link();
    browser.click(SECOND);
    browser.until("document.querySelector('#panel h2')");
    assertThat(browser.value("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    assertThat(
            browser
                .value(
                    "document.querySelector('"
                        + SECOND
                        + "').getBoundingClientRect().bottom"
                        + " < document.querySelector('#panel').getBoundingClientRect().top")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    browser.click("#link");
    assertThat(text("#status")).contains("There is no text yet");
    browser.click("#text");
    browser.type("nothing here");
    browser.click("#link");
    browser.until("document.querySelector('#status').textContent.includes('No mention was found')");
  }
}
