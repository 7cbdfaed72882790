import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import edu.emory.mathcs.nlp.tokenization.Token;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags sentences with NLP4J: java Tag CONFIG.xml < sentences.tsv > tags.tsv. A sentence a line, its words between tabs; a line of Penn tags
 * comes out for each. CONFIG.xml names the models of nlp4j-english 1.1.2 and the components `pos` (and what it needs). The jars nlp4j-api 1.1.3 and
 * nlp4j-english 1.1.2 stand on the class path.
 */
public class Tag {
  public static void main(String[] arguments) throws Exception {
    NLPDecoder decoder = new NLPDecoder(new FileInputStream(arguments[0]));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<Token> tokens = new ArrayList<>();
      for (String word : line.split("\t")) tokens.add(new Token(word));
      NLPNode[] nodes = decoder.toNodeArray(tokens);
      decoder.decode(nodes);
      List<String> tags = new ArrayList<>();
      for (int node = 1; node < nodes.length; node++) tags.add(nodes[node].getPartOfSpeechTag());
      out.println(String.join("\t", tags));
    }
    out.flush();
  }
}
