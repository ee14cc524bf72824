package org.hyperlinker.formats.corpus;

/** Small files of each format as other programs write them, with parts that the records lack. */
final class ForeignFiles {

  static final String BRAT_LINES =
      """
      T1\tChemical 3 11\tNaloxone
      N1\tReference T1 MESH:D009270\tNaloxone
      N2\tReference T1 Wiki:Q1\tNaloxone
      T2\tEvent 13 21\treverses
      T3\tThing 3 11;22 24\tNaloxone it
      R1\tActs Arg1:T1 Arg2:T2
      E1\tEvent:T2 Theme:T1
      A1\tNegation E1
      #1\tAnnotatorNotes T1\ta\tnote
      *\tEquiv T1 T3
      """;

  private static final String PUBTATOR =
      """
      7|t|A 💉 b.\r
      7|a|C d and e.\r
      7\t0\t1\tA\tX\tMESH:D1,D2\tone|two\tmore\r
      7\t7\t16\tC d ... e\tY\t-1\r
      7\t2\t3\t💉\tY\r
      7\tCID\tD1\tD2\tNo\r
      """;

  private static final String BIOC_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE collection SYSTEM "BioC.dtd">
      <collection><source>s</source><date>d</date><key>k</key><infon key="c">i</infon>
      <document><id>x</id><infon key="type">full</infon>
      <passage><infon key="type">t</infon><infon key="a">1</infon><offset>3</offset>
      <annotation id="own"><location offset="3" length="1"/><text>💉</text></annotation>
      <sentence><infon key="type">s</infon><infon key="s">1</infon><offset>3</offset>
      <text>💉 One.</text></sentence>
      <sentence><offset>10</offset><text>Two two.</text>
      <annotation id="in"><infon key="type">G</infon><infon key="MESH">D7</infon>
      <location offset="10" length="3"/><text>Two</text></annotation>
      <relation id="rs"><infon key="type">S</infon><node refid="in" role="r"/></relation></sentence>
      <relation id="rp"><node refid="in" role="a"/><node refid="own" role="b"/></relation></passage>
      <passage><offset>20</offset><text/></passage>
      <relation id="rd"><infon key="type">D</infon><node refid="in" role=""/></relation></document>
      </collection>
      """;

  private static final String BIOC_JSON =
      """
      {"source":"s","date":"d","key":"k","infons":{"a":1},"more":[],"documents":[
      {"id":"1","infons":{"x":null},"passages":[{"offset":5,"infons":{"type":"t"},"text":"💉 ab",\
      "annotations":[{"id":"0","infons":{"type":"Gene","identifier":"12","valid":true},"text":"ab",\
      "locations":[{"offset":7,"length":2}],"odd":[1.50]}],\
      "sentences":[{"offset":5,"infons":{"n":2},"text":"💉","annotations":[{"id":"1","infons":{},\
      "text":"💉","locations":[{"offset":5,"length":1}]}],"odd":{}},\
      {"offset":7,"infons":{},"relations":[{"id":"S","infons":{},"nodes":[]}]}],\
      "relations":[{"id":"P","infons":{"type":"p"},"nodes":[{"refid":"0","role":"a"}]}]}],\
      "relations":[{"id":"R","infons":{"score":0.9},"nodes":[{"refid":"0","role":"a"}]}],"more":{}}
      ]}
      """;

  private static final String CONLL =
      "# doc_id = 7\nA\tNN\tB-X\tD1|D2\tq\nB\tVB\tI-X\t-\tr\n\n💉\tNN\tO\t-\ts\n\n";

  private static final String JSONL =
      """
      {"id":7,"text":"💉 ab","mentions":[{"start":2,"end":4,"type":"G","concepts":["A:1"],"odd":1}],\
      "relations":[{"type":"t","arguments":[{"reference":"A:1"}],"odd":[2]}],\
      "attributes":{"n":1.50,"t":"x"},"odd":{"a":[null]}}
      """;

  private static final String PUBMED =
      """
      <?xml version="1.0"?><!DOCTYPE PubmedArticleSet SYSTEM "x.dtd">
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">17</PMID><Article>
      <ArticleTitle>Ca<sup>2+</sup> &amp; &#x1F489;</ArticleTitle><Abstract>
      <AbstractText Label="AIM">One.</AbstractText><AbstractText>Two
        <i>x</i>.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """;

  private ForeignFiles() {}

  /** The file; of BRAT the text alone. */
  static String text(CorpusFormat format) {
    return switch (format) {
      case PUBTATOR -> PUBTATOR;
      case BIOC_XML -> BIOC_XML;
      case BIOC_JSON -> BIOC_JSON;
      case BRAT -> "\uFEFF💉 Naloxone\r\nreverses it.\r\n";
      case CONLL -> CONLL;
      case JSONL -> JSONL;
      case TEXT -> "\uFEFFPlain 💉\r\n\ttext.";
      case PUBMED_XML -> PUBMED;
    };
  }

  /** What such files are called. */
  static String ending(CorpusFormat format) {
    return switch (format) {
      case PUBTATOR -> ".PubTator";
      case BIOC_XML, PUBMED_XML -> ".xml";
      case BIOC_JSON -> ".json";
      case BRAT, TEXT -> ".txt";
      case CONLL -> ".conll";
      case JSONL -> ".jsonl";
    };
  }
}
