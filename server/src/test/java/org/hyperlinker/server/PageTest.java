package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperlinker.server.PageSession.SECOND;
import static org.hyperlinker.server.PageSession.TEXT;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looking at links in a real Chromium. */
@Timeout(120)
class PageTest {

  private static PageSession page;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    page = PageSession.start();
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
    page.open(1280, 900);
  }

  @AfterEach
  void nothingWentWrong() {
    page.nothingWentWrong();
  }

  @Test
  void textIsTypedLinkedAndLookedAt() throws Exception {
    page.link();
    assertThat(page.text("#reader")).isEqualTo(TEXT);
    browser.click(SECOND);
    browser.until("document.querySelector('#panel h2')?.textContent === 'heart attack'");
    page.waitFor("#panel", "Necrosis of heart muscle");
    assertThat(page.text("#panel"))
        .contains("Myocardial Infarction")
        .contains("Heart Diseases ›")
        .doesNotContain("null");
    browser.click("#why");
    browser.until("document.querySelector('#explanation')");
    assertThat(page.text("#explanation")).contains("“heart attack” won").contains("the same");
  }

  @Test
  void markupInATextIsText() throws Exception {
    String text = "<img src=x onerror=alert(1)> aspirin & <b>pain</b>";
    page.link(text, 1);
    assertThat(page.text("#reader")).isEqualTo(text);
    assertThat(browser.value("document.querySelectorAll('#reader img, #reader b').length").asInt())
        .isZero();
  }

  @Test
  void aDroppedFileIsLinked() throws Exception {
    browser.value(drop("Aspirin\\r\\nagain"));
    browser.until("document.querySelectorAll('#reader .mention').length === 1");
    assertThat(page.text("#reader")).isEqualTo("Aspirin\nagain");
    browser.value(drop("\\u00e9").replace("'\\u00e9'", "new Uint8Array([233])"));
    page.waitFor("#status", "is no text in UTF-8");
    assertThat(page.text("#reader")).isEqualTo("Aspirin\nagain");
  }

  private static String drop(String content) {
    return "(() => { const dataTransfer = new DataTransfer();"
        + " dataTransfer.items.add(new File(['"
        + content
        + "'], 'x.txt')); document.body.dispatchEvent(new DragEvent('drop',"
        + " {dataTransfer, bubbles: true, cancelable: true})); })()";
  }

  @Test
  void twoModelsThatAgreeAreCompared() throws Exception {
    page.link();
    page.compareWith("second");
    assertThat(page.text("#second-reader")).isEqualTo(TEXT);
    assertThat(page.text("#differences")).isEqualTo("first and second link this text alike.");
  }

  @Test
  void aPhoneIsWideEnough() throws Exception {
    page.open(360, 740);
    page.link();
    page.compareWith("second");
    browser.click(SECOND);
    browser.click("#why");
    browser.until("document.querySelector('#explanation')");
    assertThat(browser.value("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    assertThat(browser.value("document.querySelector('#panel').scrollWidth").asInt())
        .isLessThanOrEqualTo(360);
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
}
