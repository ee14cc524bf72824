package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the endpoints answer, and what they refuse. */
class LinkingTest {

  private static TinyServer tiny;

  @BeforeAll
  static void start() throws IOException {
    tiny = TinyServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    tiny.close();
  }

  @Test
  void namedMentionsAreLinkedAtOffsetsInCodePoints() throws Exception {
    // The heart is one code point and two UTF-16 units.
    JsonNode answer =
        tiny.post(
                "/v1/link",
                """
                {"text": "❤🫀 heart attack", "top": 2,
                 "mentions": [{"start": 3, "end": 15, "type": "Disease"}]}
                """)
            .json();
    assertThat(answer.path("system").asText()).isEqualTo("first");
    assertThat(answer.path("model").asText()).isEqualTo("f00d");
    JsonNode mention = answer.at("/documents/0/mentions/0");
    assertThat(mention.path("text").asText()).isEqualTo("heart attack");
    assertThat(mention.path("start").asInt()).isEqualTo(3);
    assertThat(mention.path("end").asInt()).isEqualTo(15);
    assertThat(mention.path("type").asText()).isEqualTo("Disease");
    assertThat(mention.path("linked").asBoolean()).isTrue();
    assertThat(mention.path("candidates")).hasSize(2);
  }

  @Test
  void mentionsAreFoundWhereNoneAreNamed() throws Exception {
    JsonNode found =
        tiny.post("/v1/link", "{\"text\": \"🫀 Aspirin against heart attack.\"}")
            .json()
            .at("/documents/0/mentions");
    assertThat(found).hasSize(2);
    assertThat(found.get(0).path("start").asInt()).isEqualTo(2);
    assertThat(found.get(1).path("text").asText()).isEqualTo("heart attack");
    JsonNode none = tiny.post("/v1/link", "{\"text\": \"Aspirin\", \"mentions\": []}").json();
    assertThat(none.at("/documents/0/mentions").isArray()).isTrue();
    assertThat(none.at("/documents/0/mentions")).isEmpty();
  }

  @Test
  void documentsAreAnsweredInOrderByTheSystemThatIsAsked() throws Exception {
    JsonNode answer =
        tiny.post(
                "/v1/link",
                """
                {"system": "second", "documents": [
                  {"id": "a", "text": "Aspirin"}, {"text": "nothing"}, {"id": "c", "text": ""}]}
                """)
            .json();
    assertThat(answer.path("system").asText()).isEqualTo("second");
    assertThat(answer.path("documents")).hasSize(3);
    assertThat(answer.at("/documents/0/id").asText()).isEqualTo("a");
    assertThat(answer.at("/documents/1/id").asText()).isEqualTo("1");
    assertThat(answer.at("/documents/2/mentions")).isEmpty();
  }

  @Test
  void bioCComesBackWithLinks() throws Exception {
    String collection =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <collection><source>x</source><date></date><key></key><document><id>7</id><passage>
        <offset>0</offset><text>Aspirin.</text></passage></document></collection>
        """;
    TinyServer.Answer answer =
        tiny.post("/v1/link", "application/xml", collection.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<annotation").contains("D001241");
    TinyServer.Answer broken =
        tiny.post("/v1/link", "application/xml", "<collection>".getBytes(StandardCharsets.UTF_8));
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.detail()).contains("the body").doesNotContain("/tmp");
  }

  @Test
  void searchTakesWordsAlone() throws Exception {
    JsonNode hits =
        tiny.post("/v1/search", "{\"query\": \" heart attack \", \"top\": 3}").json().path("hits");
    assertThat(hits).hasSize(3);
    assertThat(hits.get(0).path("concept").asText()).isEqualTo("D009203");
    assertThat(hits.get(0).path("matched").asText()).isEqualTo("heart attack");
  }

  @Test
  void conceptsHaveNamesDefinitionAndPlace() throws Exception {
    JsonNode concept = tiny.get("/v1/concepts/MESH:D009203").json();
    assertThat(concept.path("name").asText()).isEqualTo("Myocardial Infarction");
    assertThat(concept.at("/synonyms/0").asText()).isEqualTo("heart attack");
    assertThat(concept.path("definition").asText()).contains("heart muscle");
    assertThat(concept.at("/tree/0/path/0/name").asText()).isEqualTo("Heart Diseases");
    assertThat(tiny.get("/v1/concepts/D000000").status()).isEqualTo(404);
  }

  /** As ontologies in OWL have them; a slash is one whether the client writes it as %2F or not. */
  @Test
  void aConceptsIdMayBeAnIri() throws Exception {
    for (String id :
        List.of(
            "http:%2F%2Fwww.orpha.net%2FORDO%2FOrphanet_558",
            "http%3A%2F%2Fwww.orpha.net%2FORDO%2FOrphanet_558")) {
      JsonNode concept = tiny.get("/v1/concepts/" + id).json();
      assertThat(concept.path("name").asText()).isEqualTo("Marfan syndrome");
    }
  }

  @Test
  void aParameterMayHaveNoValue() throws Exception {
    assertThat(tiny.get("/?theme").status()).isEqualTo(200);
    assertThat(tiny.post("/v1/link?debug", "{\"text\": \"Aspirin\"}").status()).isEqualTo(200);
  }

  @Test
  void anExplanationComparesTheTwoBestAndShowsWhatTheContextChanged() throws Exception {
    JsonNode explanation =
        tiny.post("/v1/explain", "{\"text\": \"🫀 heart attack.\", \"start\": 2, \"end\": 14}")
            .json();
    assertThat(explanation.path("mention").asText()).isEqualTo("heart attack");
    assertThat(explanation.at("/query/text").asText()).contains("heart attack");
    assertThat(explanation.path("candidates")).hasSize(2);
    assertThat(explanation.at("/without_context/0/concept").asText()).isEqualTo("D009203");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": 5} | text is wrong: expected a text, found 5",
        "{} | expected either text or documents, found neither",
        "{\"text\": \"a\", \"documents\": []} | found both",
        "{\"text\": \"a\", \"topp\": 2} | unknown field topp",
        "{\"text\": \"a\", \"top\": 11} | top is wrong: expected a whole number from 1 to 10",
        "{\"text\": \"a\", \"top\": 1.5} | top is wrong",
        "{\"text\": \"a\", \"threshold\": 2} | a number from 0 to 1",
        "{\"documents\": [{\"text\": \"a\"}, {\"id\": \"b\"}]} | documents[1].text is missing",
        "{\"documents\": {}} | documents is wrong: expected a list",
        "{\"text\": \"ab\", \"mentions\": [{\"start\": 0, \"end\": 3}]} | mentions[0].end is wrong",
        "{\"text\": \"ab\", \"mentions\": [{\"start\": 1, \"end\": 1}]} | more than its start",
        "{\"text\": \"ab\", \"mentions\": [{\"start\": -1, \"end\": 1}]} | mentions[0].start",
        "{\"text\": \"a\", \"text\": \"b\"} | Duplicate field",
        "{\"text\": \"a\"} x | not JSON at line 1",
        "[] | the body is wrong: expected an object",
        "'' | an empty body",
      })
  void wrongRequestsAreToldWhere(String body, String detail) throws Exception {
    TinyServer.Answer answer = tiny.post("/v1/link", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.detail()).contains(detail);
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    byte[] notUtf8 = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, '"', '}'};
    TinyServer.Answer broken = tiny.post("/v1/link", "application/json", notUtf8);
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.detail()).contains("not UTF-8, from byte 9 on");
    TinyServer.Answer deep = tiny.post("/v1/link", "[".repeat(50_000) + "]".repeat(50_000));
    assertThat(deep.status()).isEqualTo(400);
    assertThat(deep.detail()).contains("depth");
    TinyServer.Answer form =
        tiny.post("/v1/link", "text/plain", "{\"text\": \"a\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(form.status()).isEqualTo(415);
  }

  @Test
  void unknownPlacesAndMethodsAreToldApart() throws Exception {
    assertThat(tiny.get("/v1/nothing").status()).isEqualTo(404);
    TinyServer.Answer wrong = tiny.get("/v1/link");
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.detail()).contains("[POST]");
    TinyServer.Answer third = tiny.post("/v1/link", "{\"text\": \"a\", \"system\": \"third\"}");
    assertThat(third.status()).isEqualTo(404);
    assertThat(third.detail()).contains("[first, second]");
  }

  @Test
  void aDocumentsFaultIsItsOwn() throws Exception {
    TinyServer.Answer answer =
        tiny.post("/v1/link", "{\"text\": \"poison\", \"mentions\": [{\"start\": 0, \"end\": 6}]}");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(tiny.post("/v1/link", "{\"text\": \"Aspirin\"}").status()).isEqualTo(200);
  }

  @Test
  void figuresNameTheSystemsAndTheParts() throws Exception {
    tiny.post("/v1/link", "{\"text\": \"Aspirin\"}");
    String figures = tiny.get("/metrics").body();
    assertThat(figures)
        .contains("hyperlinker_system{")
        .contains("model=\"f00d\"")
        .contains("hyperlinker_part_seconds_count{part=\"encode\"}")
        .contains("hyperlinker_request_seconds_count{route=\"/v1/link\",status=\"200\"}")
        .contains("hyperlinker_queue_documents")
        .contains("hyperlinker_cache_misses_total{system=\"first\"}");
  }

  @Test
  void thePageLoadsNothingFromElsewhere() throws Exception {
    TinyServer.Answer page = tiny.get("/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).startsWith("text/html");
    assertThat(page.response().headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'");
  }
}
