import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Has NLP4J read sentences: java Teach tags|trees CONFIG.xml < sentences.tsv > said.tsv. A sentence a line, its words between tabs. For each word comes
 * out its Penn tag, or its head (from 1, 0 for the root), a space and its relation. CONFIG.xml is config-decode-en.xml of nlp4j-api, without names and
 * gazetteers; tags do without the parser, too. The jars nlp4j-api 1.1.3 and nlp4j-english 1.1.2 stand on the class path.
 */
public class Teach {
  public static void main(String[] arguments) throws Exception {
    boolean isTree = arguments[0].equals("trees");
    NLPDecoder decoder = new NLPDecoder(new FileInputStream(arguments[1]));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<Token> tokens = new ArrayList<>();
      for (String word : line.split("\t")) tokens.add(new Token(word));
      NLPNode[] nodes = decoder.toNodeArray(tokens);
      decoder.decode(nodes);
      List<String> said = new ArrayList<>();
      for (int node = 1; node < nodes.length; node++) said.add(isTree ? tree(nodes[node]) : nodes[node].getPartOfSpeechTag());
      out.println(String.join("\t", said));
    }
    out.flush();
  }

  private static String tree(NLPNode node) {
    return node.getDependencyHead().getID() + " " + node.getDependencyLabel();
  }
}
